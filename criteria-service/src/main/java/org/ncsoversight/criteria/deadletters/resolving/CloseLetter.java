package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.springframework.stereotype.Component;

/** Puts the record of a letter up again, or sets the letter aside for good. Saying the same twice does it once. */
@Component
class CloseLetter {

    static final int REASON_LIMIT_IN_CHARACTERS = 500;

    private static final List<Original.Header> NO_HEADERS = List.of();

    private final LetterStore letters;
    private final ReplayTopics topics;
    private final Clock clock;

    CloseLetter(LetterStore letters, ReplayTopics topics, Clock clock) {
        this.letters = letters;
        this.topics = topics;
        this.clock = clock;
    }

    /** Who wants what of which letter, and the version they saw. */
    record Command(String letter, Letter.State to, String reason, OptionalLong seen, String by) {}

    /** Every way it can end. */
    sealed interface Result {

        record Closed(Letter letter) implements Result {}

        record NotFound() implements Result {}

        record Invalid(Letter letter, List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(Letter letter) implements Result {}

        record AsideForGood(Letter letter) implements Result {}

        record CannotReplay(Letter letter, String why) implements Result {}

        record Away(Letter letter) implements Result {}
    }

    Result close(Command command) {
        Optional<Letter> found = letters.find(command.letter());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Letter letter = found.get();
        String reason = command.reason().strip();
        List<FieldError> problems = command.to() == Letter.State.SET_ASIDE ? problems(reason) : List.of();
        if (!problems.isEmpty()) {
            return new Result.Invalid(letter, problems);
        }
        boolean seen = command.seen().isEmpty() || command.seen().getAsLong() == letter.version();
        if (!seen && letter.state() == command.to()) {
            return new Result.Closed(letter);
        }
        if (!seen) {
            return new Result.ChangedMeanwhile(letter);
        }
        return close(letter, new Letter.Step(command.to(), command.by(), clock.instant(), reason));
    }

    /** Whether or not anybody saw it at its version. */
    Result close(Letter letter, Letter.Step step) {
        if (letter.state() == Letter.State.SET_ASIDE) {
            return step.to() == Letter.State.SET_ASIDE ? new Result.Closed(letter) : new Result.AsideForGood(letter);
        }
        if (step.to() == Letter.State.REPLAYED) {
            var original =
                    letters.original(letter.id()).orElse(new Original(Optional.empty(), Optional.empty(), NO_HEADERS));
            switch (topics.replay(letter, original)) {
                case SENT -> {}
                case GONE -> {
                    return new Result.CannotReplay(
                            letter, "It was too large to be kept whole, and it no longer stands on its topic");
                }
                case TOO_LARGE -> {
                    return new Result.CannotReplay(
                            letter, "It is larger than the broker takes on the topic of replays");
                }
                case AWAY -> {
                    return new Result.Away(letter);
                }
            }
        }
        Letter after = letter.after(step);
        return letters.change(letter, after)
                ? new Result.Closed(after)
                : new Result.ChangedMeanwhile(letters.find(letter.id()).orElse(letter));
    }

    static List<FieldError> problems(String reason) {
        if (reason.isEmpty()) {
            return List.of(new FieldError("reason", "missing", "Enter why this is set aside for good"));
        }
        if (reason.length() > REASON_LIMIT_IN_CHARACTERS) {
            return List.of(new FieldError(
                    "reason", "too-long", "The reason must be " + REASON_LIMIT_IN_CHARACTERS + " characters or fewer"));
        }
        return List.of();
    }
}
