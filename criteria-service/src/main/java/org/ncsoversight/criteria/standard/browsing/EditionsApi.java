package org.ncsoversight.criteria.standard.browsing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.standard.messages.EditionFile;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
            @Nullable LocalDate inForceTo,
            String state,
            boolean leads) {

        static Entry of(Edition edition, boolean leads) {
            return new Entry(
                    edition.id().value(),
                    edition.version(),
                    edition.title(),
                    edition.inForceFrom(),
                    edition.inForceTo().orElse(null),
                    edition.state().code(),
                    leads);
        }
    }

    private final EditionStore editions;
    private final Clock clock;

    EditionsApi(EditionStore editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping
    Editions all() {
        Optional<EditionId> leading = editions.leadingOn(LocalDate.now(clock)).map(Edition::id);
        return new Editions(editions.all().stream()
                .map(edition -> Entry.of(edition, leading.equals(Optional.of(edition.id()))))
                .toList());
    }

    @GetMapping("/{edition:[a-z0-9-]+}")
    ResponseEntity<?> one(@PathVariable String edition, @RequestParam(required = false) @Nullable Long version) {
        return EditionId.parse(edition)
                .flatMap(id -> version == null ? editions.find(id) : editions.find(id, version))
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok()
                        .eTag(Versions.tag(found.version()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(EditionFile.write(found)))
                .orElseGet(() -> Problem.notFound("edition " + edition).answer());
    }
}
