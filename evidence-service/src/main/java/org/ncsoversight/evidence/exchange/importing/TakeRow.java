package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.ncsoversight.evidence.exchange.importing.CheckRows.GoodRow;
import org.ncsoversight.evidence.files.KeepFiles;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Makes an item of a row: its files first, then the item that holds them. */
@Component
class TakeRow {

    private final EvidenceStore store;
    private final DraftStore drafts;
    private final FileStore files;
    private final KeepFiles keepFiles;
    private final Clock clock;

    TakeRow(EvidenceStore store, DraftStore drafts, FileStore files, KeepFiles keepFiles, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.files = files;
        this.keepFiles = keepFiles;
        this.clock = clock;
    }

    /** Whether the row has become an item before, be it a draft still. */
    boolean isThere(GoodRow row, Caller caller) {
        return store.find(row.id(), caller.own()).isPresent()
                || drafts.find(row.id(), caller.own()).isPresent();
    }

    /** False when somebody took the same row at the same time. */
    boolean take(GoodRow row, boolean submit, Caller caller) throws IOException {
        var kept = keepFiles.keep(row.id(), row.files());
        boolean taken = submit ? submit(row, kept, caller) : draft(row, kept, caller);
        if (taken) {
            files.finish(kept.upload());
        } else {
            files.abandon(kept.upload());
        }
        return taken;
    }

    private boolean submit(GoodRow row, KeepFiles.Kept kept, Caller caller) {
        return store.add(Evidence.submit(
                row.id(),
                caller.organisation().orElseThrow(),
                row.content(),
                kept.files(),
                Evidence.Step.first(caller.person(), clock.instant()),
                UUID.randomUUID()));
    }

    private boolean draft(GoodRow row, KeepFiles.Kept kept, Caller caller) {
        var empty = Draft.start(
                row.id(),
                caller.organisation().orElseThrow(),
                row.submission().proposal(),
                caller.person(),
                clock.instant());
        return drafts.add(new Draft(
                empty.id(),
                empty.version(),
                empty.provider(),
                empty.proposal(),
                kept.files(),
                empty.revises(),
                empty.handedOver(),
                empty.steps(),
                empty.savedAt(),
                empty.savedBy()));
    }
}
