package org.ncsoversight.evidence.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.FileScan.Trouble;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.presenting.Words;
import org.springframework.stereotype.Component;

/** What is to be said about files beside their names; templates know it as {@code @fileFacts}. */
@Component("fileFacts")
public class FileFacts {

    /** What is known of viruses in one file, in a state and in words. */
    public record Fact(
            ScanState state,
            String words,
            @Nullable String signature,
            @Nullable Trouble trouble) {

        public boolean mayLeave() {
            return state.mayLeave();
        }
    }

    public static final Fact UNKNOWN = new Fact(ScanState.UNSCANNED, "Not scanned for viruses", null, null);

    private final FileScans scans;
    private final Words words;

    public FileFacts(FileScans scans, Words words) {
        this.scans = scans;
        this.words = words;
    }

    /** For each of these files. */
    public Map<UUID, Fact> of(List<EvidenceFile> files) {
        var ids = files.stream().map(EvidenceFile::id).toList();
        Map<UUID, FileScan> known = scans.of(ids);
        var facts = new HashMap<UUID, Fact>();
        for (UUID id : ids) {
            FileScan scan = known.get(id);
            facts.put(
                    id, scan == null ? UNKNOWN : new Fact(scan.state(), words(scan), scan.signature(), scan.trouble()));
        }
        return Map.copyOf(facts);
    }

    /** Those that keep evidence from being accepted. */
    public List<EvidenceFile> withheld(List<EvidenceFile> files) {
        var facts = of(files);
        return files.stream()
                .filter(file -> !facts.getOrDefault(file.id(), UNKNOWN).mayLeave())
                .toList();
    }

    /** Why evidence with these files cannot be accepted. */
    public static String notAcceptableYet(List<EvidenceFile> withheld) {
        return "This evidence can be accepted when all of its files are free of viruses, and not yet: see "
                + withheld.stream().map(file -> "“" + file.name() + "”").collect(Collectors.joining(", "));
    }

    private String words(FileScan scan) {
        return switch (scan.state()) {
            case CLEAN -> "No virus found";
            case UNSCANNED -> "Not scanned for viruses: no scanner is configured";
            case INFECTED ->
                "Virus found (%s). The content was removed on %s. Send a clean file instead"
                        .formatted(scan.signature(), words.time(scan.since()));
            case QUARANTINED -> "Waiting for the virus scan" + words(scan.trouble());
        };
    }

    private static String words(@Nullable Trouble trouble) {
        return switch (trouble) {
            case null -> "";
            case SCANNER_AWAY -> ". The scanner does not answer and is asked again until it does";
            case SCANNER_FAILED -> ". The scanner could not read this file so far and is asked again";
            case TOO_LARGE_TO_SCAN -> ". This file is larger than the scanner takes";
        };
    }
}
