package org.ncsoversight.evidence.planning.improving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Source;

/** An improvement action as the API shows it to those who may see it. */
record ImprovementBody(
        String action,
        long version,
        String provider,
        String state,
        boolean overdue,
        String title,
        String difference,
        String edition,
        List<String> criteria,
        String owner,
        String due,
        List<SourceBody> sources,
        List<Step> history) {

    /** Where it comes from; the fields of other kinds are absent. */
    record SourceBody(
            String kind,
            @Nullable String criterion,
            @Nullable String voice,
            @Nullable String code,
            @Nullable String text,
            @Nullable String report,
            @Nullable String evidence) {}

    /** Who did what, when and why. */
    record Step(
            long version,
            String state,
            boolean edited,
            String at,
            String by,
            @Nullable String reason) {}

    static ImprovementBody of(ImprovementAction action, LocalDate today) {
        var improvement = action.improvement();
        return new ImprovementBody(
                action.id().toString(),
                action.version(),
                action.provider().ukprn(),
                action.state().word(),
                action.isOverdueOn(today),
                improvement.title(),
                improvement.difference(),
                improvement.edition(),
                improvement.criteria().stream().map(CriterionCode::value).toList(),
                improvement.owner(),
                improvement.dueOn().toString(),
                improvement.sources().stream().map(ImprovementBody::body).toList(),
                action.history().stream().map(ImprovementBody::body).toList());
    }

    private static SourceBody body(Source source) {
        String kind = source.kind().word();
        return switch (source) {
            case Source.Gap(var criterion, var voice) ->
                new SourceBody(
                        kind,
                        criterion.value(),
                        Optional.ofNullable(voice).map(Voice::word).orElse(null),
                        null,
                        null,
                        null,
                        null);
            case Source.Theme(var code, var text) -> new SourceBody(kind, null, null, code, text, null, null);
            case Source.Area(var report, var criterion, var text) ->
                new SourceBody(kind, criterion.value(), null, null, text, report, null);
            case Source.Item(var evidence) -> new SourceBody(kind, null, null, null, null, null, evidence.toString());
        };
    }

    private static Step body(ImprovementAction.Step step) {
        return new Step(
                step.version(),
                step.state().word(),
                step.edited(),
                step.at().toString(),
                step.by().username(),
                step.reason());
    }
}
