package org.ncsoversight.criteria.standard.exporting;

import java.util.Optional;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.standard.exchange.EditionFormat;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Editions and drafts as JSON, CSV and XLSX; each can be imported again. */
@Controller
class ExportEdition {

    private final EditionStore editions;
    private final DraftStore drafts;

    ExportEdition(EditionStore editions, DraftStore drafts) {
        this.editions = editions;
        this.drafts = drafts;
    }

    @GetMapping({
        "/criteria/editions/{edition:[a-z0-9-]+}.{format:json|csv|xlsx}",
        "/api/criteria/editions/{edition:[a-z0-9-]+}.{format:json|csv|xlsx}"
    })
    ResponseEntity<?> edition(@PathVariable String edition, @PathVariable String format) {
        return answer(EditionId.parse(edition).flatMap(editions::find).map(PortableEdition::of), format, edition);
    }

    @GetMapping("/api/criteria/drafts/{edition:[a-z0-9-]+}.{format:json|csv|xlsx}")
    ResponseEntity<?> draft(@PathVariable String edition, @PathVariable String format) {
        return answer(EditionId.parse(edition).flatMap(drafts::find).map(Draft::edition), format, edition);
    }

    private static ResponseEntity<?> answer(Optional<PortableEdition> edition, String format, String name) {
        EditionFormat form = EditionFormat.parse(format).orElseThrow();
        return edition.<ResponseEntity<?>>map(found -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + name + "." + form.extension() + "\"")
                        .body(form.write(found)))
                .orElseGet(() -> Problem.notFound("edition " + name).answer());
    }
}
