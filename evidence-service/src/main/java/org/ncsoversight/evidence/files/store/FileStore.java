package org.ncsoversight.evidence.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.EvidenceId;

/** Keeps the bytes of files, never whole in memory. */
public interface FileStore {

    /** An upload of all files of one piece of evidence, noted before its first byte so that a crash leaves a trace. */
    record Upload(UUID id, EvidenceId evidence, List<UUID> files, Instant startedAt) {}

    /** An upload without files leaves no trace. */
    void begin(Upload upload);

    /** Where a scanner for viruses is configured, the file stands in quarantine before its first byte is kept. */
    void write(UUID file, InputStream content) throws IOException;

    /** The evidence is kept, so its files are there to stay; failing to note it is left to the recovery pass. */
    void finish(Upload upload);

    /** The evidence was not kept: removes its files. */
    void abandon(Upload upload);

    /** Uploads begun before this time and neither finished nor abandoned. */
    List<Upload> unfinishedSince(Instant before);

    /** Sends length bytes of a file from a position on; throws {@link FileWithheld} for what may not leave. */
    void read(UUID file, long from, long length, OutputStream to) throws IOException;

    /** Sends a whole file to the virus scanner, and to nobody else. */
    void readForScan(UUID file, OutputStream to) throws IOException;

    /** Removes the content of a file for good. */
    void discard(UUID file);
}
