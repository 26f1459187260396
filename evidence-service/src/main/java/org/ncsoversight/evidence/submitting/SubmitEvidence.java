package org.ncsoversight.evidence.submitting;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.FileStore;
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
    private final Clock clock;

    SubmitEvidence(EvidenceStore store, FileStore files, ReadSubmission reader, Clock clock) {
        this.store = store;
        this.files = files;
        this.reader = reader;
        this.clock = clock;
    }

    public Result submit(Command command) throws IOException {
        var earlier = store.find(command.id(), command.visible());
        if (earlier.isPresent()) {
            return repeatOf(earlier.get(), command);
        }
        return switch (reader.read(command.submission())) {
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> new Result.CriteriaNotYetKnown();
            case ReadSubmission.Outcome.Invalid(var errors) -> new Result.Invalid(errors);
            case ReadSubmission.Outcome.Read read -> keep(read, command);
        };
    }

    /** Files first, then the evidence that holds them; what a failure in between leaves, the recovery pass removes. */
    private Result keep(ReadSubmission.Outcome.Read read, Command command) throws IOException {
        var ids = read.files().stream().map(_ -> UUID.randomUUID()).toList();
        var upload = new FileStore.Upload(UUID.randomUUID(), command.id(), ids, clock.instant());
        files.begin(upload);
        var event = Evidence.submit(
                command.id(),
                command.provider(),
                read.content(),
                write(read.files(), ids),
                Evidence.Step.first(command.by(), clock.instant()),
                UUID.randomUUID());
        if (!store.add(event)) {
            files.abandon(upload);
            var earlier = store.find(command.id(), command.visible());
            return earlier.isPresent() ? repeatOf(earlier.get(), command) : new Result.IdTaken(command.id());
        }
        files.finish(upload);
        log.atInfo()
                .addKeyValue("evidenceId", command.id())
                .addKeyValue("files", ids.size())
                .log("Evidence submitted");
        return new Result.Submitted(event.evidence());
    }

    private List<EvidenceFile> write(List<FileRules.Typed> received, List<UUID> ids) throws IOException {
        var written = new ArrayList<EvidenceFile>();
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            ReceivedFile file = received.get(i).file();
            String sha256 = Fingerprint.of(file, bytes -> files.write(id, bytes));
            written.add(new EvidenceFile(id, file.name(), received.get(i).type(), file.sizeInBytes(), sha256));
        }
        return written;
    }

    private static Result repeatOf(Evidence earlier, Command command) throws IOException {
        return Repeat.isRepeat(command.submission(), earlier)
                ? new Result.SubmittedBefore(earlier)
                : new Result.IdTaken(earlier.id());
    }
}
