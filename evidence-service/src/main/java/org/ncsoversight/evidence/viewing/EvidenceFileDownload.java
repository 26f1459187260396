package org.ncsoversight.evidence.viewing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FileScan;
import org.ncsoversight.evidence.presenting.Attachment;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.FileScans;
import org.ncsoversight.evidence.store.FileStore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Sends a file to be saved, never to be shown: what a provider uploads does not run in our pages. */
@RestController
class EvidenceFileDownload {

    private final EvidenceStore store;
    private final FileStore files;
    private final FileScans scans;

    EvidenceFileDownload(EvidenceStore store, FileStore files, FileScans scans) {
        this.store = store;
        this.files = files;
        this.scans = scans;
    }

    @GetMapping({"/api/evidence/items/{id}/files/{file}", "/evidence/{id}/files/{file}"})
    void download(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange,
            HttpServletResponse response)
            throws IOException {
        EvidenceFile found = store.find(new EvidenceId(id), caller.visible())
                .flatMap(evidence -> evidence.fileOfAnyRevision(file))
                .orElseThrow(() -> Problem.notFound(id.toString()));
        requireFree(found);
        String etag = "\"" + found.sha256() + "\"";
        boolean partWanted = ifRange == null || ifRange.equals(etag);
        ByteRange part = ByteRange.of(partWanted ? range : null, found.sizeInBytes())
                .orElseThrow(() -> outside(found, response));
        response.setHeader(HttpHeaders.ETAG, etag);
        if (!part.whole()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.header(found.sizeInBytes()));
        }
        describe(found, part, response);
        files.read(found.id(), part.from(), part.length(), response.getOutputStream());
    }

    /** Before any header is sent, so that the refusal is a proper one. */
    private void requireFree(EvidenceFile file) {
        FileScan scan = scans.of(List.of(file.id())).get(file.id());
        if (scan != null && !scan.state().mayLeave()) {
            throw Problem.fileWithheld(scan);
        }
    }

    private static void describe(EvidenceFile file, ByteRange part, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_TYPE, file.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox");
        response.setContentLengthLong(part.length());
    }

    private static Problem outside(EvidenceFile file, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.sizeInBytes());
        return Problem.of(
                HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                "range-outside-file",
                "The file has %d bytes".formatted(file.sizeInBytes()));
    }
}
