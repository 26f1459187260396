package org.ncsoversight.evidence.items.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.ncsoversight.evidence.files.FileDownload;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A file of a draft for its own organisation: nobody should submit what they have not seen. */
@RestController
class DraftFileDownload {

    private final DraftStore drafts;
    private final FileDownload download;

    DraftFileDownload(DraftStore drafts, FileDownload download) {
        this.drafts = drafts;
        this.download = download;
    }

    @GetMapping({"/api/evidence/drafts/{id}/files/{file}", "/evidence/drafts/{id}/files/{file}"})
    void download(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        EvidenceFile found = drafts.find(new EvidenceId(id), caller.own())
                .flatMap(draft -> draft.file(file))
                .orElseThrow(() -> Problem.notFound(id.toString()));
        download.send(found, request, response);
    }
}
