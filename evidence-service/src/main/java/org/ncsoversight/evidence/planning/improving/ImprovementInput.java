package org.ncsoversight.evidence.planning.improving;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An action as somebody sent it, by form or as JSON: text that has not been looked at; what is absent is empty. */
public record ImprovementInput(
        @Nullable String action,
        String title,
        String difference,
        List<String> criteria,
        String owner,
        String due,
        List<SourceInput> sources) {

    public ImprovementInput {
        title = text(title);
        difference = text(difference);
        criteria = list(criteria);
        owner = text(owner);
        due = text(due);
        sources = list(sources);
    }

    /** Where it comes from; which of the fields matter depends on the kind. */
    public record SourceInput(
            String kind, String criterion, String voice, String code, String text, String report, String evidence) {

        public SourceInput {
            kind = ImprovementInput.text(kind);
            criterion = ImprovementInput.text(criterion);
            voice = ImprovementInput.text(voice);
            code = ImprovementInput.text(code);
            text = ImprovementInput.text(text);
            report = ImprovementInput.text(report);
            evidence = ImprovementInput.text(evidence);
        }

        public static SourceInput gap(String criterion, String voice) {
            return new SourceInput("gap", criterion, voice, "", "", "", "");
        }

        public static SourceInput theme(String code, String text) {
            return new SourceInput("theme", "", "", code, text, "", "");
        }

        public static SourceInput area(String report, String criterion, String text) {
            return new SourceInput("area", criterion, "", "", text, report, "");
        }

        public static SourceInput item(String evidence) {
            return new SourceInput("evidence", "", "", "", "", "", evidence);
        }
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    private static <T> List<T> list(@Nullable List<T> sent) {
        return sent == null ? List.of() : sent.stream().filter(Objects::nonNull).toList();
    }
}
