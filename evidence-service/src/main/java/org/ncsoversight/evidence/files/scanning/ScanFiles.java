package org.ncsoversight.evidence.files.scanning;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.FileScan.Trouble;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.files.store.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has every file scanned that waits for it: clean ones are let go, infected ones lose their content, the rest waits. */
@Component
public class ScanFiles {

    private static final Logger log = LoggerFactory.getLogger(ScanFiles.class);
    private static final int FILES_PER_PASS = 100;
    private static final int LARGEST_DOUBLING = 20;
    private static final int FILES_ENQUEUED_AT_ONCE = 1_000;

    private final FileScans scans;
    private final FileStore files;
    private final ClamdSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private boolean allEnqueued;
    private @Nullable UUID lastEnqueued;

    ScanFiles(FileScans scans, FileStore files, ClamdSettings settings, Clock clock, MeterRegistry meters) {
        this.scans = scans;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        if (settings.configured()) {
            meters.gauge("evidence.files.quarantined", scans, FileScans::quarantined);
        }
    }

    @Scheduled(fixedDelayString = "${evidence.clamd.interval}")
    void pass() {
        if (!settings.configured()) {
            return;
        }
        enqueueUnscanned();
        for (FileScan scan : scans.due(clock.instant(), FILES_PER_PASS)) {
            boolean ours =
                    scans.claim(scan, clock.instant().plus(settings.timeout().multipliedBy(2)));
            if (ours && !settle(scan)) {
                return; // The scanner is away; asking it for the next file would only take time.
            }
        }
    }

    /** Once after each start: what was kept while there was no scanner has its turn, a page with each pass. */
    private void enqueueUnscanned() {
        if (!allEnqueued) {
            var last = scans.enqueueUnscanned(lastEnqueued, FILES_ENQUEUED_AT_ONCE);
            lastEnqueued = last.orElse(null);
            allEnqueued = last.isEmpty();
        }
    }

    /** False when the scanner is away. */
    private boolean settle(FileScan scan) {
        if (scan.state() == ScanState.INFECTED) {
            remove(scan);
            return true;
        }
        try {
            Verdict verdict = new Clamd(settings).scan(scanner -> files.readForScan(scan.file(), scanner));
            keep(scan, verdict);
            return !(verdict instanceof Verdict.Away);
        } catch (FileNotFoundException _) {
            scans.forget(scan.file());
            return true;
        } catch (IOException e) {
            log.atWarn().addKeyValue("file", scan.file()).setCause(e).log("File cannot be read, so it stays withheld");
            keep(scan, new Verdict.Failed("cannot be read"));
            return true;
        }
    }

    private void keep(FileScan scan, Verdict verdict) {
        var now = clock.instant();
        switch (verdict) {
            case Verdict.Clean() -> scans.keep(scan.clean(now));
            case Verdict.Infected(var signature) -> {
                var infected = scan.infected(signature, now);
                scans.keep(infected);
                remove(infected);
            }
            case Verdict.TooLarge() -> scans.keep(scan.failed(Trouble.TOO_LARGE_TO_SCAN, now.plus(pause(scan))));
            case Verdict.Failed _ -> scans.keep(scan.failed(Trouble.SCANNER_FAILED, now.plus(pause(scan))));
            case Verdict.Away _ -> scans.keep(scan.failed(Trouble.SCANNER_AWAY, now.plus(pause(scan))));
        }
        meters.counter("evidence.scans", "verdict", verdict.getClass().getSimpleName())
                .increment();
        log.atInfo()
                .addKeyValue("file", scan.file())
                .addKeyValue("verdict", verdict)
                .log("File scanned");
    }

    /** Marked first and removed then, so that a crash in between leaves nothing that could be had. */
    private void remove(FileScan infected) {
        files.discard(infected.file());
        scans.keep(infected.settled());
    }

    /** Twice as long after each attempt. */
    private Duration pause(FileScan scan) {
        var pause = settings.interval().multipliedBy(1L << Math.min(scan.attempts(), LARGEST_DOUBLING));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }
}
