package org.ncsoversight.evidence.items.drafting;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.files.FileLimits;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.KeepFiles;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Adds files to a draft and takes them away; adding is never a conflict, because nothing is overwritten. */
@Component
public class DraftFiles {

    private static final int ATTEMPTS = 10;

    /** Every way a change to a draft's files can end. */
    public sealed interface Result {

        record Kept(Draft draft) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }

    private final DraftStore drafts;
    private final FileStore files;
    private final FileRules rules;
    private final KeepFiles keepFiles;
    private final FileLimits limits;
    private final Clock clock;

    DraftFiles(
            DraftStore drafts, FileStore files, FileRules rules, KeepFiles keepFiles, FileLimits limits, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.rules = rules;
        this.keepFiles = keepFiles;
        this.limits = limits;
        this.clock = clock;
    }

    public Result add(EvidenceId id, List<ReceivedFile> received, Caller caller) throws IOException {
        var found = drafts.find(id, caller.own());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var checked = rules.check(received);
        var errors = new ArrayList<>(checked.errors());
        if (received.isEmpty()) {
            errors.add(new FieldError("files", "files-missing", "Select at least one file"));
        }
        if (errors.isEmpty() && isTooMany(found.get(), received.size())) {
            errors.add(tooMany());
        }
        if (!errors.isEmpty()) {
            return new Result.Invalid(List.copyOf(errors));
        }
        var kept = keepFiles.keep(id, checked.files());
        var result = hold(id, kept.files(), caller);
        if (result instanceof Result.Kept) {
            files.finish(kept.upload());
        } else {
            files.abandon(kept.upload());
        }
        return result;
    }

    /** Its bytes go with the recovery pass, unless a submission that read the draft before holds them by then. */
    public Result remove(EvidenceId id, UUID file, Caller caller) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = drafts.find(id, caller.own());
            if (found.isEmpty()) {
                return new Result.NotFound();
            }
            Draft draft = found.get();
            if (draft.file(file).isEmpty()) {
                return new Result.Kept(draft);
            }
            var left = draft.files().stream()
                    .filter(kept -> !kept.id().equals(file))
                    .toList();
            var upload = new FileStore.Upload(UUID.randomUUID(), id, List.of(file), clock.instant());
            files.begin(upload);
            Draft changed = draft.holding(left, caller.person(), clock.instant());
            if (drafts.save(changed)) {
                return new Result.Kept(changed);
            }
            files.finish(upload);
        }
        throw new IllegalStateException("a draft is not changed so often");
    }

    /** Gives the whole draft up; the item it would have revised stays as it is. */
    public boolean discard(EvidenceId id, long seenVersion, Caller caller) {
        var found = drafts.find(id, caller.own());
        if (found.isEmpty()) {
            return true;
        }
        Draft draft = found.get();
        if (draft.version() != seenVersion) {
            return false;
        }
        // One each: a submission may hold some of them by the time of the recovery pass, and others not.
        var uploads = draft.files().stream()
                .map(file -> new FileStore.Upload(UUID.randomUUID(), id, List.of(file.id()), clock.instant()))
                .toList();
        uploads.forEach(files::begin);
        if (!drafts.remove(draft)) {
            uploads.forEach(files::finish);
            return false;
        }
        return true;
    }

    private Result hold(EvidenceId id, List<EvidenceFile> added, Caller caller) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = drafts.find(id, caller.own());
            if (found.isEmpty()) {
                return new Result.NotFound();
            }
            Draft draft = found.get();
            if (isTooMany(draft, added.size())) {
                return new Result.Invalid(List.of(tooMany()));
            }
            var all = new ArrayList<>(draft.files());
            all.addAll(added);
            Draft changed = draft.holding(all, caller.person(), clock.instant());
            if (drafts.save(changed)) {
                return new Result.Kept(changed);
            }
        }
        throw new IllegalStateException("a draft is not changed so often");
    }

    private boolean isTooMany(Draft draft, int more) {
        return draft.files().size() + more > limits.files();
    }

    private FieldError tooMany() {
        return new FieldError("files", "files-too-many", "Evidence can have up to %d files".formatted(limits.files()));
    }
}
