package org.ncsoversight.evidence.assessing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceState;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.model.assessment.Report;
import org.ncsoversight.evidence.model.assessment.SectionKey;
import org.ncsoversight.evidence.model.assessment.SelfAssessment;
import org.ncsoversight.evidence.model.register.RegisterCounts;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.ncsoversight.evidence.store.EvidenceFilter;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.store.RegisterCountStore;
import org.springframework.stereotype.Component;

/** Puts together what a report says: the accepted evidence that was current in its period, measures, and what was written. */
@Component
class GatherReport {

    private static final int PAGE_LENGTH = 200;

    private final EvidenceStore evidence;
    private final KnownStandard standard;
    private final KnownProviders providers;
    private final RegisterCountStore counts;

    GatherReport(EvidenceStore evidence, KnownStandard standard, KnownProviders providers, RegisterCountStore counts) {
        this.evidence = evidence;
        this.standard = standard;
        this.providers = providers;
        this.counts = counts;
    }

    /** As it stands now. */
    Report now(SelfAssessment assessment, VisibleProviders visible) {
        var edition = standard.edition(assessment.edition()).orElseThrow();
        var items = items(assessment, edition, visible);
        var measures = counts.of(assessment.provider(), visible).stream()
                .flatMap(register -> measures(register, edition).stream())
                .toList();
        return new Report(
                assessment.id().toString(),
                assessment.number(),
                assessment.reason(),
                assessment.provider().ukprn(),
                providers.nameOf(assessment.provider()),
                edition.code(),
                edition.title(),
                assessment.period().from(),
                assessment.period().to(),
                assessment.section(SectionKey.OVERALL).text(),
                edition.elements().stream()
                        .map(element -> part(assessment, edition, element, items, measures))
                        .toList(),
                measures);
    }

    private static Report.ElementPart part(
            SelfAssessment assessment,
            Edition edition,
            Edition.Element element,
            Map<CriterionCode, List<Report.Item>> items,
            List<Report.Measure> measures) {
        return new Report.ElementPart(
                element.number(),
                element.title(),
                assessment.section(SectionKey.element(element.number())).text(),
                edition.criteriaOf(element).stream()
                        .map(criterion -> part(
                                assessment,
                                criterion,
                                items.getOrDefault(criterion.code(), List.of()),
                                measures.stream()
                                        .filter(measure -> saysSomethingAbout(criterion, measure, edition))
                                        .toList()))
                        .toList());
    }

    private static Report.CriterionPart part(
            SelfAssessment assessment, Criterion criterion, List<Report.Item> items, List<Report.Measure> measures) {
        var section = assessment.section(SectionKey.criterion(criterion.code()));
        var voices = criterion.voices().stream().map(Voice::word).toList();
        var missing = voices.stream()
                .filter(voice -> items.stream().noneMatch(item -> item.voice().equals(voice)))
                .toList();
        return new Report.CriterionPart(
                criterion.code().value(),
                criterion.title(),
                voices,
                missing,
                items,
                measures,
                section.text(),
                section.strengths(),
                section.gaps());
    }

    private Map<CriterionCode, List<Report.Item>> items(
            SelfAssessment assessment, Edition edition, VisibleProviders visible) {
        var filter = new EvidenceFilter(assessment.provider(), null, EvidenceState.ACCEPTED);
        var items = new HashMap<CriterionCode, List<Report.Item>>();
        @Nullable String after = null;
        do {
            var page = evidence.list(filter, new Slice(EvidenceStore.Order.OLDEST_FIRST, after, PAGE_LENGTH), visible);
            page.items().stream()
                    .filter(item -> wasCurrentIn(assessment.period(), item))
                    .forEach(item -> codes(item, edition)
                            .forEach(code -> items.computeIfAbsent(code, _ -> new ArrayList<>())
                                    .add(item(item))));
            after = page.next().orElse(null);
        } while (after != null);
        return items;
    }

    private static SortedSet<CriterionCode> codes(Evidence item, Edition edition) {
        return item.content().references().stream()
                .filter(reference -> reference.edition().equals(edition.code()))
                .map(Reference::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean saysSomethingAbout(Criterion criterion, Report.Measure measure, Edition edition) {
        return edition.measure(measure.code())
                .filter(known -> known.criteria().contains(criterion.code()))
                .isPresent();
    }

    /** It had begun to cover something before the period ended, and its review date had not passed before it began. */
    static boolean wasCurrentIn(Period period, Evidence item) {
        return !item.content().period().from().isAfter(period.to())
                && !item.content().reviewDate().isBefore(period.from());
    }

    private static Report.Item item(Evidence evidence) {
        var content = evidence.content();
        return new Report.Item(
                evidence.id().toString(),
                evidence.version(),
                content.title(),
                content.voice().word(),
                content.period().from(),
                content.period().to(),
                content.reviewDate());
    }

    private static List<Report.Measure> measures(RegisterCounts register, Edition edition) {
        return register.measures().stream()
                .map(count -> new Report.Measure(
                        count.measure(),
                        edition.measure(count.measure())
                                .map(Edition.Measure::title)
                                .orElse(count.measure()),
                        count.numerator(),
                        count.denominator(),
                        register.asOf()))
                .toList();
    }
}
