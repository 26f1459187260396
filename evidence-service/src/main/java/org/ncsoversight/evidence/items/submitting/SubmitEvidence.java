package org.ncsoversight.evidence.items.submitting;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.files.KeepFiles;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.intake.Repeat;
import org.ncsoversight.evidence.items.intake.Submission;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in evidence with its files, once: the same id with the same content again changes nothing. */
@Component
public class SubmitEvidence {

    private static final Logger log = LoggerFactory.getLogger(SubmitEvidence.class);

    public record Command(
            EvidenceId id, ProviderId provider, Person by, VisibleProviders visible, Submission submission) {}

    /** Every way a submission can end. */
    public sealed interface Result {

        record Submitted(Evidence evidence) implements Result {}

        record SubmittedBefore(Evidence evidence) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record IdTaken(EvidenceId id) implements Result {}

        record CriteriaNotYetKnown() implements Result {}
    }

    private final EvidenceStore store;
    private final FileStore files;
    private final ReadSubmission reader;
    private final KeepFiles keepFiles;
    private final Clock clock;

    SubmitEvidence(EvidenceStore store, FileStore files, ReadSubmission reader, KeepFiles keepFiles, Clock clock) {
        this.store = store;
        this.files = files;
        this.reader = reader;
        this.keepFiles = keepFiles;
        this.clock = clock;
    }

    public Result submit(Command command) throws IOException {
        var earlier = store.find(command.id(), command.visible());
        if (earlier.isPresent()) {
            return repeatOf(earlier.get(), command);
        }
        return switch (reader.read(command.submission(), command.by().username())) {
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> new Result.CriteriaNotYetKnown();
            case ReadSubmission.Outcome.Invalid(var errors) -> new Result.Invalid(errors);
            case ReadSubmission.Outcome.Read _
            when namesNothingToReplace(command) ->
                new Result.Invalid(List.of(new FieldError(
                        "replaces", "replaced-unknown", "There is no such evidence of yours to replace")));
            case ReadSubmission.Outcome.Read read -> keep(read, command);
        };
    }

    private boolean namesNothingToReplace(Command command) {
        return command.submission().proposal().has(Field.REPLACES)
                && replaced(command).isEmpty();
    }

    private Optional<EvidenceId> replaced(Command command) {
        return EvidenceId.of(
                        command.submission().proposal().text(Field.REPLACES).strip())
                .filter(older -> !older.equals(command.id()))
                .filter(older -> store.find(older, command.visible())
                        .filter(item -> item.provider().equals(command.provider()))
                        .isPresent());
    }

    private Result keep(ReadSubmission.Outcome.Read read, Command command) throws IOException {
        var kept = keepFiles.keep(command.id(), read.files());
        var item = new Evidence.NewItem(
                command.id(),
                command.provider(),
                read.content(),
                kept.files(),
                replaced(command).orElse(null));
        var event =
                Evidence.submit(item, List.of(Evidence.Step.first(command.by(), clock.instant())), UUID.randomUUID());
        if (!store.add(event)) {
            files.abandon(kept.upload());
            var earlier = store.find(command.id(), command.visible());
            return earlier.isPresent() ? repeatOf(earlier.get(), command) : new Result.IdTaken(command.id());
        }
        files.finish(kept.upload());
        log.atInfo()
                .addKeyValue("evidenceId", command.id())
                .addKeyValue("files", kept.files().size())
                .log("Evidence submitted");
        return new Result.Submitted(event.evidence());
    }

    private static Result repeatOf(Evidence earlier, Command command) throws IOException {
        return Repeat.isRepeat(command.submission(), earlier)
                ? new Result.SubmittedBefore(earlier)
                : new Result.IdTaken(earlier.id());
    }
}
