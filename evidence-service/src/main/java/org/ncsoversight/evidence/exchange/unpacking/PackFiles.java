package org.ncsoversight.evidence.exchange.unpacking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ncsoversight.evidence.exchange.pack.PackItem;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.KeepFiles;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.springframework.stereotype.Component;

/** Keeps the files of a packed item by the same rules as files that are uploaded. */
@Component
public class PackFiles {

    /** Files that are kept, by where they stood in the pack. */
    record Kept(FileStore.Upload upload, Map<String, EvidenceFile> byPath) {

        public List<EvidenceFile> of(List<PackItem.File> files) {
            return files.stream()
                    .map(file -> Objects.requireNonNull(byPath.get(file.path())))
                    .toList();
        }
    }

    private final FileRules rules;
    private final KeepFiles keep;
    private final FileStore store;

    public PackFiles(FileRules rules, KeepFiles keep, FileStore store) {
        this.rules = rules;
        this.keep = keep;
        this.store = store;
    }

    public Kept keep(EvidenceId evidence, Map<PackItem.File, Path> files) throws IOException, PackRefused {
        var typed = new ArrayList<FileRules.Typed>();
        var paths = new ArrayList<String>();
        for (var file : files.entrySet()) {
            paths.add(file.getKey().path());
            typed.add(typed(file.getKey(), file.getValue()));
        }
        var kept = keep.keep(evidence, typed);
        var byPath = new HashMap<String, EvidenceFile>();
        for (int i = 0; i < paths.size(); i++) {
            byPath.put(paths.get(i), kept.files().get(i));
        }
        for (var file : files.keySet()) {
            if (!file.sha256()
                    .equals(Objects.requireNonNull(byPath.get(file.path())).sha256())) {
                store.abandon(kept.upload());
                throw ReadPack.refused("entry-changed", file.path(), "does not match what its item says");
            }
        }
        return new Kept(kept.upload(), byPath);
    }

    private FileRules.Typed typed(PackItem.File file, Path place) throws IOException, PackRefused {
        var received = new ReceivedFile(file.name(), Files.size(place), () -> Files.newInputStream(place));
        var outcome = rules.check(List.of(received));
        if (!received.name().equals(file.name()) || !outcome.errors().isEmpty()) {
            throw ReadPack.refused(
                    "file-not-allowed",
                    file.path(),
                    outcome.errors().isEmpty()
                            ? "has a name that is not allowed"
                            : "is not taken: " + outcome.errors().getFirst().message());
        }
        return outcome.files().getFirst();
    }

    public void finish(Kept kept) {
        store.finish(kept.upload());
    }

    void abandon(Kept kept) {
        store.abandon(kept.upload());
    }
}
