package org.ncsoversight.evidence.scanning;

import java.util.List;
import org.ncsoversight.evidence.model.FileScan;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.store.FileScans;
import org.ncsoversight.evidence.store.HeldFiles;
import org.springframework.stereotype.Component;

/** Tells a provider which of its evidence lost a file to a virus, until that evidence holds it no more. */
@Component
class InfectedFilesNotice implements HomeNotice {

    /** Rare enough that no more than these are of interest in the whole country. */
    private static final int LATEST = 200;

    private final FileScans scans;
    private final HeldFiles held;

    InfectedFilesNotice(FileScans scans, HeldFiles held) {
        this.scans = scans;
        this.held = held;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        var infected = scans.infected(LATEST).stream().map(FileScan::file).toList();
        return caller.organisation().stream()
                .flatMap(provider -> held.among(infected, provider, caller.visible()).stream())
                .map(place -> new Notice(
                        "A virus was found in a file of “%s”".formatted(place.title()),
                        "/evidence/" + place.evidence(),
                        null))
                .distinct()
                .toList();
    }
}
