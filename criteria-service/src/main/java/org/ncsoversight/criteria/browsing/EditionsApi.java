package org.ncsoversight.criteria.browsing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.messages.EditionFile;
import org.ncsoversight.criteria.model.standard.Edition;
import org.ncsoversight.criteria.model.standard.EditionId;
import org.ncsoversight.criteria.model.standard.EditionStore;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.problems.Versions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Editions as JSON. */
@RestController
@RequestMapping("/api/criteria/editions")
class EditionsApi {

    record Editions(List<Entry> items) {}

    record Entry(
            String edition,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo) {

        static Entry of(Edition edition) {
            return new Entry(
                    edition.id().value(),
                    edition.version(),
                    edition.title(),
                    edition.inForceFrom(),
                    edition.inForceTo().orElse(null));
        }
    }

    private final EditionStore editions;

    EditionsApi(EditionStore editions) {
        this.editions = editions;
    }

    @GetMapping
    Editions all() {
        return new Editions(editions.all().stream().map(Entry::of).toList());
    }

    @GetMapping("/{edition}")
    ResponseEntity<?> one(@PathVariable String edition) {
        return EditionId.parse(edition)
                .flatMap(editions::find)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok()
                        .eTag(Versions.tag(found.version()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(EditionFile.write(found)))
                .orElseGet(() -> Problems.notFound("edition " + edition));
    }
}
