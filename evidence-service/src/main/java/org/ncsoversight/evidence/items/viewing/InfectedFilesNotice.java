package org.ncsoversight.evidence.items.viewing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Tells a provider which of its evidence lost a file to a virus, until that evidence holds it no more. */
@Component
class InfectedFilesNotice implements HomeNotice {

    /** Rare enough that no more than these are of interest in the whole country. */
    private static final int LATEST = 200;

    private final FileScans scans;
    private final HeldFiles held;
    private final DraftStore drafts;

    InfectedFilesNotice(FileScans scans, HeldFiles held, DraftStore drafts) {
        this.scans = scans;
        this.held = held;
        this.drafts = drafts;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        var infected = scans.infected(LATEST).stream().map(FileScan::file).toList();
        var ofEvidence = caller.organisation().stream()
                .flatMap(provider -> held.among(infected, provider, caller.visible()).stream())
                .map(place -> new Notice(
                        "A virus was found in a file of “%s”".formatted(place.title()),
                        "/evidence/" + place.evidence(),
                        null))
                .distinct();
        return Stream.concat(ofEvidence, ofDrafts(Set.copyOf(infected), caller)).toList();
    }

    private Stream<Notice> ofDrafts(Set<UUID> infected, Caller caller) {
        if (infected.isEmpty()) {
            return Stream.of();
        }
        return drafts.list(null, LATEST, caller.own()).drafts().stream()
                .filter(draft -> draft.files().stream().anyMatch(file -> infected.contains(file.id())))
                .map(draft -> new Notice(
                        "A virus was found in a file of the draft “%s”"
                                .formatted(draft.proposal().text(Field.TITLE)),
                        "/evidence/drafts/" + draft.id() + "/files",
                        null));
    }
}
