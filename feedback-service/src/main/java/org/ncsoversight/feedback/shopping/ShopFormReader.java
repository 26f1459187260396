package org.ncsoversight.feedback.shopping;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.Contracts;
import org.ncsoversight.feedback.model.Section;
import org.ncsoversight.feedback.model.SectionScore;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.shopping.ShopForm.SectionForm;

/** Reads a form field by field, noting each fault and going on. */
final class ShopFormReader {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,59}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    static final int LONGEST_COMMENT = 4000;

    private final ShopForm form;
    private final Contracts contracts;
    private final LocalDate today;
    private final List<FieldError> faults = new ArrayList<>();

    ShopFormReader(ShopForm form, Contracts contracts, LocalDate today) {
        this.form = form;
        this.contracts = contracts;
        this.today = today;
    }

    List<FieldError> faults() {
        return faults;
    }

    /** Empty when a field has a fault. */
    Optional<Shop> read(ShopId idIfNoneIsGiven) {
        var id = given(form.shop()).isEmpty()
                ? idIfNoneIsGiven
                : field("shop", form.shop(), ShopFormReader::idOf, "malformed", "The shop id is not a UUID");
        var wave = code("wave", form.wave(), "Enter the wave");
        var touchpoint = field(
                "touchpoint",
                form.touchpoint(),
                text -> Touchpoint.of(text).filter(contracts::know),
                "unknown-touchpoint",
                "There is no such touchpoint");
        var channel =
                field("channel", form.channel(), Channel::of, "unknown-channel", "The channel is a number from 1 to 5");
        var scenario = code("scenario", form.scenario(), "Enter the scenario");
        var date = date();
        var provider = touchpoint == null || date == null ? null : provider(touchpoint, date);
        var sections = sections();
        String comment = given(form.comment());
        if (comment.length() > LONGEST_COMMENT) {
            fault("comment", "too-long", "The comment must be %d characters or fewer".formatted(LONGEST_COMMENT));
        }
        if (!faults.isEmpty()
                || id == null
                || wave == null
                || touchpoint == null
                || channel == null
                || scenario == null
                || date == null
                || provider == null) {
            return Optional.empty();
        }
        return Optional.of(new Shop(id, 1, provider, touchpoint, wave, channel, scenario, date, sections, comment));
    }

    private @Nullable LocalDate date() {
        var date = field(
                "shopDate",
                form.shopDate(),
                ShopFormReader::dateOf,
                "malformed-date",
                "Enter a real date, for example 2026-10-31");
        if (date != null && date.isAfter(today)) {
            fault("shopDate", "future-date", "The date of the shop must be today or in the past");
            return null;
        }
        return date;
    }

    private @Nullable Ukprn provider(Touchpoint touchpoint, LocalDate date) {
        var contract = contracts.on(touchpoint, date);
        if (contract.isEmpty()) {
            fault("shopDate", "not-in-contract", "Nobody delivers at this touchpoint on this date");
            return null;
        }
        if (given(form.subcontractorUkprn()).isEmpty()) {
            return contract.get().prime();
        }
        return field(
                "subcontractorUkprn",
                form.subcontractorUkprn(),
                text -> Ukprn.of(text).filter(contract.get()::involves),
                "not-in-contract",
                "No such organisation delivers at this touchpoint on this date");
    }

    private List<SectionScore> sections() {
        var scores = new ArrayList<SectionScore>();
        var seen = EnumSet.noneOf(Section.class);
        var lines = requireNonNullElse(form.sections(), List.<SectionForm>of());
        int before = faults.size();
        for (int i = 0; i < Math.min(lines.size(), Section.values().length * 2); i++) {
            String field = "sections[%d]".formatted(i);
            var line = lines.get(i);
            if (given(line.score()).isEmpty() && given(line.maxScore()).isEmpty()) {
                continue;
            }
            var section = field(
                    field + ".section", line.section(), Section::of, "unknown-section", "There is no such section");
            var score = score(field, line);
            if (section != null && !seen.add(section)) {
                fault(field + ".section", "duplicate-section", "This section has been scored already");
            } else if (section != null && score.isPresent()) {
                scores.add(new SectionScore(section, score.get()[0], score.get()[1]));
            }
        }
        if (scores.isEmpty() && faults.size() == before) {
            fault("sections", "missing", "Enter the score of at least one section");
        }
        return scores;
    }

    private Optional<int[]> score(String field, SectionForm line) {
        var score = field(
                field + ".score", line.score(), ShopFormReader::numberOf, "malformed-score", "Enter a whole number");
        var maxScore = field(
                field + ".maxScore",
                line.maxScore(),
                text -> numberOf(text).filter(max -> max >= 1 && max <= SectionScore.LARGEST_MAX_SCORE),
                "malformed-score",
                "Enter a whole number from 1 to " + SectionScore.LARGEST_MAX_SCORE);
        if (score == null || maxScore == null) {
            return Optional.empty();
        }
        if (score > maxScore) {
            fault(field + ".score", "score-above-maximum", "The score must not be above its maximum");
            return Optional.empty();
        }
        return Optional.of(new int[] {score, maxScore});
    }

    private @Nullable String code(String field, @Nullable String text, String ifMissing) {
        return field(
                field,
                text,
                value -> CODE.matcher(value).matches() ? Optional.of(value) : Optional.empty(),
                "malformed",
                ifMissing + " with letters, digits, spaces and . _ : / - only, up to 60 characters");
    }

    private <T> @Nullable T field(
            String field, @Nullable String text, Function<String, Optional<T>> meaning, String code, String message) {
        String value = given(text);
        if (value.isEmpty()) {
            fault(field, "missing", "Enter a value");
            return null;
        }
        var read = meaning.apply(value);
        if (read.isEmpty()) {
            fault(field, code, message);
            return null;
        }
        return read.get();
    }

    private void fault(String field, String code, String message) {
        faults.add(new FieldError(field, code, message));
    }

    private static String given(@Nullable String text) {
        return requireNonNullElse(text, "").strip();
    }

    private static Optional<Integer> numberOf(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDate> dateOf(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ShopId> idOf(String text) {
        try {
            return Optional.of(new ShopId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
