package org.ncsoversight.criteria.accreditation.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ncsoversight.criteria.register.model.Typed;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;

/** What a report says; a draft may leave gaps that must be filled before it is signed. */
public record ReportContent(
        AssessmentType type,
        EditionId edition,
        String assessor,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String scope,
        Map<Interviewed, Integer> interviewed,
        SortedMap<CriterionCode, Finding> findings,
        SortedMap<Integer, String> narratives,
        Optional<Recommendation> recommendation) {

    public ReportContent {
        interviewed = Collections.unmodifiableMap(
                interviewed.isEmpty() ? new EnumMap<>(Interviewed.class) : new EnumMap<>(interviewed));
        var said = new TreeMap<CriterionCode, Finding>();
        findings.forEach((code, finding) -> {
            if (!finding.isNothing()) {
                said.put(code, finding);
            }
        });
        findings = Collections.unmodifiableSortedMap(said);
        var told = new TreeMap<>(narratives);
        told.values().removeIf(String::isBlank);
        narratives = Collections.unmodifiableSortedMap(told);
    }

    public Finding finding(CriterionCode code) {
        return findings.getOrDefault(code, Finding.NONE);
    }

    /** Whether nothing is missing that a signed report must say. */
    public Typed gaps(Edition edited, LocalDate today) {
        var typed = new Typed();
        if (assessor.isBlank()) {
            typed.wrong("assessor", "missing", "Enter the name of the assessor");
        }
        if (scope.isBlank()) {
            typed.wrong("scope", "missing", "Enter the services and sites that were assessed");
        }
        if (from.isEmpty() || to.isEmpty()) {
            typed.wrong("from", "missing", "Enter the first and the last day of the assessment");
        } else if (to.get().isAfter(today)) {
            typed.wrong("to", "in-the-future", "The assessment must be over");
        }
        if (recommendation.isEmpty()) {
            typed.wrong("recommendation", "missing", "Select a recommendation");
        }
        if (type.judgesEveryCriterion()) {
            judgeEvery(edited, typed);
        }
        findings.forEach((code, finding) -> {
            if (finding.met().filter(met -> !met).isPresent() && finding.text().isBlank()) {
                typed.wrong(
                        "criterion-" + code.value(), "missing", "Say why criterion " + code.value() + " is not met");
            }
        });
        return typed;
    }

    private void judgeEvery(Edition edited, Typed typed) {
        boolean allMet = true;
        for (Criterion criterion : edited.criteria()) {
            Optional<Boolean> met = finding(criterion.code()).met();
            allMet &= met.orElse(false);
            if (met.isEmpty()) {
                typed.wrong(
                        "criterion-" + criterion.code().value(),
                        "not-judged",
                        "Say whether criterion " + criterion.code().value() + " is met");
            }
        }
        if (!allMet && recommendation.filter(Recommendation.ACCREDIT::equals).isPresent()) {
            typed.wrong("recommendation", "not-all-met", "A provider is accredited only when every criterion is met");
        }
    }
}
