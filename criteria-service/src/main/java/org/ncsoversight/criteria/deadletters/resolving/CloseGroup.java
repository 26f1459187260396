package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.ncsoversight.outbox.SeldomLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes all letters of a topic and reason that are open when somebody says so; a crash only interrupts it. */
@Component
class CloseGroup {

    private static final Logger log = LoggerFactory.getLogger(CloseGroup.class);
    private static final int BATCH = 100;

    /** How long an Idempotency-Key names the same request. */
    private static final Duration REQUEST_LASTS = Duration.ofHours(24);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final LetterStore letters;
    private final CloseLetter closeLetter;
    private final Clock clock;
    private final SeldomLines lines;
    private volatile Instant notBefore = Instant.MIN;

    CloseGroup(LetterStore letters, CloseLetter closeLetter, Clock clock) {
        this.letters = letters;
        this.closeLetter = closeLetter;
        this.clock = clock;
        this.lines = new SeldomLines(clock);
    }

    /** Who wants what of which group; the request is the same when it is said again. */
    record Command(String group, Letter.State to, String reason, String request, String by) {}

    /** Every way it can begin. */
    sealed interface Result {

        record Begun(LetterGroup group) implements Result {}

        record NotFound() implements Result {}

        record Invalid(LetterGroup group, List<FieldError> problems) implements Result {}

        record Busy(LetterGroup group) implements Result {}
    }

    Result begin(Command command) {
        Optional<LetterGroup> found = letters.group(command.group());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        LetterGroup group = found.get();
        String reason = command.reason().strip();
        List<FieldError> problems = command.to() == Letter.State.SET_ASIDE ? CloseLetter.problems(reason) : List.of();
        if (!problems.isEmpty()) {
            return new Result.Invalid(group, problems);
        }
        if (isOf(command, group)) {
            return new Result.Begun(group);
        }
        var step = new Letter.Step(command.to(), command.by(), clock.instant(), reason);
        boolean begun = letters.begin(group.id(), LetterGroup.Work.of(command.request(), step));
        LetterGroup now = letters.group(group.id()).orElse(group);
        return begun || isOf(command, now) ? new Result.Begun(now) : new Result.Busy(now);
    }

    private boolean isOf(Command command, LetterGroup group) {
        return group.work()
                .filter(work -> work.request().equals(command.request()))
                .filter(work -> clock.instant().isBefore(work.at().plus(REQUEST_LASTS)))
                .isPresent();
    }

    @Scheduled(fixedDelayString = "${criteria.dead-letters.work-interval}")
    void goOn() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            for (LetterGroup group : letters.groups()) {
                group.work().filter(work -> work.ended().isEmpty()).ifPresent(work -> goOn(group.id(), work));
            }
        } catch (RuntimeException e) {
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            if (lines.due("work")) {
                log.atWarn().setCause(e).log("Work on dead letters waits");
            }
        }
    }

    private void goOn(String group, LetterGroup.Work begun) {
        LetterGroup.Work work = begun;
        List<Letter> batch = letters.open(group, work.after(), work.at(), BATCH);
        while (!batch.isEmpty()) {
            for (Letter letter : batch) {
                switch (closeLetter.close(letter, work.step(clock.instant()))) {
                    case CloseLetter.Result.Closed _ -> work = work.past(letter.sortKey(), true);
                    case CloseLetter.Result.Away _ -> {
                        letters.advance(group, work);
                        notBefore = clock.instant().plus(AFTER_A_FAILURE);
                        return; // The next time goes on from here.
                    }
                    case CloseLetter.Result.ChangedMeanwhile _,
                            CloseLetter.Result.AsideForGood _,
                            CloseLetter.Result.CannotReplay _,
                            CloseLetter.Result.Invalid _,
                            CloseLetter.Result.NotFound _ -> work = work.past(letter.sortKey(), false);
                }
            }
            letters.advance(group, work);
            batch = letters.open(group, work.after(), work.at(), BATCH);
        }
        letters.advance(group, work.ended(clock.instant()));
    }
}
