package org.ncsoversight.evidence.files;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.springframework.stereotype.Component;

/** Writes files before anything holds them; what a failure in between leaves, the recovery pass removes. */
@Component
public class KeepFiles {

    /** Files whose bytes are kept; whoever asked for them finishes or abandons the upload. */
    public record Kept(FileStore.Upload upload, List<EvidenceFile> files) {}

    private final FileStore store;
    private final Clock clock;

    public KeepFiles(FileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Each file is read once, for the store and its fingerprint together. */
    public Kept keep(EvidenceId evidence, List<FileRules.Typed> received) throws IOException {
        var ids = received.stream().map(_ -> UUID.randomUUID()).toList();
        var upload = new FileStore.Upload(UUID.randomUUID(), evidence, ids, clock.instant());
        store.begin(upload);
        var written = new ArrayList<EvidenceFile>();
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            ReceivedFile file = received.get(i).file();
            String sha256 = Fingerprint.of(file, bytes -> store.write(id, bytes));
            written.add(new EvidenceFile(id, file.name(), received.get(i).type(), file.sizeInBytes(), sha256));
        }
        return new Kept(upload, List.copyOf(written));
    }
}
