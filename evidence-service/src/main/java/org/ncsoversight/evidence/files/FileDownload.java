package org.ncsoversight.evidence.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.files.store.FileWithheld;
import org.ncsoversight.evidence.presenting.Attachment;
import org.ncsoversight.evidence.presenting.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a file to be saved, never to be shown: what a provider uploads does not run in our pages. */
@Component
public class FileDownload {

    private final FileStore files;
    private final FileScans scans;

    FileDownload(FileStore files, FileScans scans) {
        this.files = files;
        this.scans = scans;
    }

    /** Whole, or the part that was asked for; whoever calls has found out that the caller may have it. */
    public void send(EvidenceFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireFree(file);
        String etag = "\"" + file.sha256() + "\"";
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        boolean partWanted = ifRange == null || ifRange.equals(etag);
        ByteRange part = ByteRange.of(partWanted ? request.getHeader(HttpHeaders.RANGE) : null, file.sizeInBytes())
                .orElseThrow(() -> outside(file, response));
        response.setHeader(HttpHeaders.ETAG, etag);
        if (!part.whole()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.header(file.sizeInBytes()));
        }
        describe(file, part, response);
        try {
            files.read(file.id(), part.from(), part.length(), response.getOutputStream());
        } catch (FileWithheld e) {
            throw withheld(e.scan());
        }
    }

    /** Before any header is sent, so that the refusal is a proper one. */
    private void requireFree(EvidenceFile file) {
        FileScan scan = scans.of(List.of(file.id())).get(file.id());
        if (scan != null && !scan.state().mayLeave()) {
            throw withheld(scan);
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

    /** A file that waits for its virus scan, or in which a virus was found. */
    private static Problem withheld(FileScan scan) {
        if (scan.state() == ScanState.INFECTED) {
            return Problem.of(
                    HttpStatus.GONE,
                    "file-infected",
                    "A virus was found in this file (%s), so its content was removed".formatted(scan.signature()));
        }
        return Problem.of(
                HttpStatus.CONFLICT,
                "file-quarantined",
                scan.trouble() == null
                        ? "This file is waiting for the virus scan"
                        : "This file is waiting for the virus scan, which failed so far and is tried again");
    }

    private static Problem outside(EvidenceFile file, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.sizeInBytes());
        return Problem.of(
                HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                "range-outside-file",
                "The file has %d bytes".formatted(file.sizeInBytes()));
    }
}
