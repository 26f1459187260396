package org.ncsoversight.evidence.items.viewing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.ncsoversight.evidence.files.FileDownload;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A file of any revision of some evidence. */
@RestController
class EvidenceFileDownload {

    private final EvidenceStore store;
    private final FileDownload download;

    EvidenceFileDownload(EvidenceStore store, FileDownload download) {
        this.store = store;
        this.download = download;
    }

    @GetMapping({"/api/evidence/items/{id}/files/{file}", "/evidence/{id}/files/{file}"})
    void download(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        EvidenceFile found = store.find(new EvidenceId(id), caller.visible())
                .flatMap(evidence -> evidence.fileOfAnyRevision(file))
                .orElseThrow(() -> Problem.notFound(id.toString()));
        download.send(found, request, response);
    }
}
