package org.ncsoversight.evidence.viewing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.FileStore;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Sends a file to be saved, never to be shown: what a provider uploads does not run in our pages. */
@RestController
class EvidenceFileDownload {

    /** Bytes to send; whole when the client asked for no part. */
    private record Part(long from, long length, boolean whole) {}

    private final EvidenceStore store;
    private final FileStore files;

    EvidenceFileDownload(EvidenceStore store, FileStore files) {
        this.store = store;
        this.files = files;
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
        String etag = "\"" + found.sha256() + "\"";
        boolean partWanted = range != null && (ifRange == null || ifRange.equals(etag));
        Part part = part(partWanted ? range : null, found.sizeInBytes(), response);
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_TYPE, found.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox");
        response.setContentLengthLong(part.length());
        if (!part.whole()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes %d-%d/%d".formatted(part.from(), part.from() + part.length() - 1, found.sizeInBytes()));
        }
        files.read(found.id(), part.from(), part.length(), response.getOutputStream());
    }

    /** One range is served; several at once get the whole file, as the protocol allows. */
    private static Part part(@Nullable String range, long size, HttpServletResponse response) {
        if (range == null) {
            return new Part(0, size, true);
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            if (ranges.size() != 1) {
                return new Part(0, size, true);
            }
            long from = ranges.getFirst().getRangeStart(size);
            long to = ranges.getFirst().getRangeEnd(size);
            if (from < size) {
                return new Part(from, to - from + 1, false);
            }
        } catch (IllegalArgumentException _) {
            // Answered below.
        }
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        throw Problem.of(
                HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                "range-outside-file",
                "The file has %d bytes".formatted(size));
    }
}
