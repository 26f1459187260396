package org.ncsoversight.evidence.planning.improving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.improving.ImprovementInput.SourceInput;
import org.ncsoversight.evidence.planning.model.Source;
import org.ncsoversight.evidence.standard.Edition;

/** Says what is wrong with what an improvement action answers to. */
final class SourceRules {

    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}._/:-]{1,100}");
    private static final Pattern ID =
            Pattern.compile("(?:.*/)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/?");

    private final ImprovementLimits limits;
    private final Edition edition;
    private final List<FieldError> errors = new ArrayList<>();

    SourceRules(ImprovementLimits limits, Edition edition) {
        this.limits = limits;
        this.edition = edition;
    }

    List<FieldError> errors() {
        return errors;
    }

    Optional<Source> read(SourceInput typed) {
        return switch (Source.Kind.of(typed.kind().strip()).orElse(null)) {
            case null ->
                wrong("sources", "source-kind-unknown", "A source must be a gap, a theme, an area or evidence");
            case GAP -> gap(typed);
            case THEME -> theme(typed);
            case AREA -> area(typed);
            case EVIDENCE -> item(typed);
        };
    }

    private Optional<Source> gap(SourceInput typed) {
        var criterion = criterion(typed.criterion());
        @Nullable Voice voice = Voice.of(typed.voice().strip()).orElse(null);
        if (criterion.isEmpty() || (voice == null && !typed.voice().isBlank())) {
            return wrong(
                    "gaps", "gap-unknown", "A gap must name a criterion of this edition of the Standard and a voice");
        }
        return Optional.of(new Source.Gap(criterion.get(), voice));
    }

    private Optional<Source> theme(SourceInput typed) {
        String text = Text.clean(typed.text());
        String code = typed.code().strip();
        if ((text.isEmpty() && code.isEmpty()) || tooLong(text)) {
            return wrong(
                    "themes",
                    "theme-missing-or-too-long",
                    "A theme must have a code or a text of %,d characters or less"
                            .formatted(limits.textLengthInCharacters()));
        }
        if (!code.isEmpty() && !REFERENCE.matcher(code).matches()) {
            return wrong("themes", "theme-code-invalid", "The code of a theme must be letters, digits and hyphens");
        }
        return Optional.of(new Source.Theme(code.isEmpty() ? null : code, text.isEmpty() ? code : text));
    }

    private Optional<Source> area(SourceInput typed) {
        String report = typed.report().strip();
        var criterion = criterion(typed.criterion());
        String text = Text.clean(typed.text());
        if (!REFERENCE.matcher(report).matches() || criterion.isEmpty() || text.isEmpty() || tooLong(text)) {
            return wrong(
                    "areas",
                    "area-incomplete",
                    "An area for improvement must have the report’s reference, a criterion and its text");
        }
        return Optional.of(new Source.Area(report, criterion.get(), text));
    }

    private Optional<Source> item(SourceInput typed) {
        var id = ID.matcher(typed.evidence().strip());
        if (!id.matches()) {
            return wrong("evidence", "evidence-not-an-id", "Evidence must be named by its id or its address here");
        }
        return Optional.of(new Source.Item(new EvidenceId(UUID.fromString(id.group(1)))));
    }

    private Optional<CriterionCode> criterion(String typed) {
        return Optional.of(typed.strip())
                .filter(CriterionCode::isCode)
                .map(CriterionCode::new)
                .filter(code -> edition.criterion(code).isPresent());
    }

    private boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > limits.textLengthInCharacters();
    }

    private Optional<Source> wrong(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
        return Optional.empty();
    }
}
