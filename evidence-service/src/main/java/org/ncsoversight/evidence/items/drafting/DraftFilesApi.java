package org.ncsoversight.evidence.items.drafting;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.Uploads;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a draft, for programs. */
@RestController
class DraftFilesApi {

    private static final String PATH = "/api/evidence/drafts/{id}/files";

    private final DraftFiles draftFiles;

    DraftFilesApi(DraftFiles draftFiles) {
        this.draftFiles = draftFiles;
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DraftBody> add(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var added = draftFiles.add(new EvidenceId(id), Uploads.received(files), caller);
        return answer(added, id, HttpStatus.CREATED);
    }

    @DeleteMapping(PATH + "/{file}")
    ResponseEntity<DraftBody> remove(Caller caller, @PathVariable UUID id, @PathVariable UUID file) {
        return answer(draftFiles.remove(new EvidenceId(id), file, caller), id, HttpStatus.OK);
    }

    private static ResponseEntity<DraftBody> answer(DraftFiles.Result result, UUID id, HttpStatus kept) {
        return switch (result) {
            case DraftFiles.Result.Kept(var draft) -> DraftBody.answer(ResponseEntity.status(kept), draft);
            case DraftFiles.Result.NotFound() -> throw Problem.notFound(id.toString());
            case DraftFiles.Result.Invalid(var errors) -> throw Problem.invalid(errors);
        };
    }
}
