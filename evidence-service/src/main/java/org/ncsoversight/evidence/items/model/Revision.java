package org.ncsoversight.evidence.items.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.model.Person;

/**
 * What a piece of evidence said when it was submitted for the nth time; never changed afterwards.
 *
 * @param number counts up from 1
 * @param contentHash see {@link ContentHash}
 */
public record Revision(
        int number, Content content, List<EvidenceFile> files, String contentHash, Instant at, Person by) {

    public Revision {
        files = List.copyOf(files);
    }

    public static Revision of(int number, Content content, List<EvidenceFile> files, Instant at, Person by) {
        return new Revision(number, content, files, ContentHash.of(content, files), at, by);
    }

    public Optional<EvidenceFile> file(UUID fileId) {
        return files.stream().filter(file -> file.id().equals(fileId)).findFirst();
    }
}
