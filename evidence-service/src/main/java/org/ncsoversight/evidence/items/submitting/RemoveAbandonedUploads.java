package org.ncsoversight.evidence.items.submitting;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.items.intake.SubmissionLimits;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Settles uploads that a crash or a failure left open: files that some evidence or draft holds stay, all others go. */
@Component
public class RemoveAbandonedUploads {

    private static final Logger log = LoggerFactory.getLogger(RemoveAbandonedUploads.class);

    private final EvidenceStore store;
    private final DraftStore drafts;
    private final FileStore files;
    private final SubmissionLimits limits;
    private final Clock clock;
    private final MeterRegistry meters;

    RemoveAbandonedUploads(
            EvidenceStore store,
            DraftStore drafts,
            FileStore files,
            SubmissionLimits limits,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.drafts = drafts;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${evidence.submission.recovery-interval}")
    void pass() {
        for (FileStore.Upload upload : files.unfinishedSince(clock.instant().minus(limits.uploadAbandonedAfter()))) {
            boolean held = upload.files().stream().anyMatch(file -> isHeld(upload.evidence(), file));
            if (held) {
                files.finish(upload);
            } else {
                files.abandon(upload);
                meters.counter("evidence.uploads.abandoned").increment();
                log.atInfo().addKeyValue("evidenceId", upload.evidence()).log("Abandoned upload removed");
            }
        }
    }

    /** The draft is asked first: submitting writes the item before it removes the draft. */
    private boolean isHeld(EvidenceId evidence, UUID file) {
        return drafts.holds(evidence, file) || store.holds(evidence, file);
    }
}
