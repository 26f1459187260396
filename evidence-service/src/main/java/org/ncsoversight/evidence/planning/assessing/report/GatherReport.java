package org.ncsoversight.evidence.planning.assessing.report;

import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.store.RegisterCountStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.stereotype.Component;

/** Puts together what a report says: the evidence accepted for its period, measures, and what was written. */
@Component
public class GatherReport {

    /** What there is of one provider, the first two by criterion. */
    private record Gathered(
            Map<CriterionCode, List<Report.Item>> items,
            Map<CriterionCode, List<Report.Action>> actions,
            List<Report.Measure> measures) {}

    private final GatherItems evidence;
    private final GatherActions actions;
    private final KnownStandard standard;
    private final KnownProviders providers;
    private final RegisterCountStore counts;

    public GatherReport(
            GatherItems evidence,
            GatherActions actions,
            KnownStandard standard,
            KnownProviders providers,
            RegisterCountStore counts) {
        this.evidence = evidence;
        this.actions = actions;
        this.standard = standard;
        this.providers = providers;
        this.counts = counts;
    }

    /** As it stands now. */
    public Report now(SelfAssessment assessment, VisibleProviders visible) {
        var edition = standard.edition(assessment.edition()).orElseThrow();
        var measures = counts.of(assessment.provider(), visible).stream()
                .flatMap(register -> measures(register, edition).stream())
                .toList();
        var gathered =
                new Gathered(evidence.of(assessment, edition, visible), actions.of(assessment, visible), measures);
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
                        .map(element -> part(assessment, edition, element, gathered))
                        .toList(),
                measures);
    }

    private static Report.ElementPart part(
            SelfAssessment assessment, Edition edition, Edition.Element element, Gathered gathered) {
        return new Report.ElementPart(
                element.number(),
                element.title(),
                assessment.section(SectionKey.element(element.number())).text(),
                edition.criteriaOf(element).stream()
                        .map(criterion -> part(
                                assessment,
                                criterion,
                                gathered,
                                gathered.measures().stream()
                                        .filter(measure -> saysSomethingAbout(criterion, measure, edition))
                                        .toList()))
                        .toList());
    }

    private static Report.CriterionPart part(
            SelfAssessment assessment, Criterion criterion, Gathered gathered, List<Report.Measure> measures) {
        var items = gathered.items().getOrDefault(criterion.code(), List.of());
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
                gathered.actions().getOrDefault(criterion.code(), List.of()),
                section.text(),
                section.strengths(),
                section.gaps());
    }

    private static boolean saysSomethingAbout(Criterion criterion, Report.Measure measure, Edition edition) {
        return edition.measure(measure.code())
                .filter(known -> known.criteria().contains(criterion.code()))
                .isPresent();
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
