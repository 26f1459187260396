package org.ncsoversight.criteria.people.viewing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.PeopleLog;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People and what was done about them, as JSON. */
@RestController
@RequestMapping("/api/criteria/people")
class PeopleApi {

    record Page<T>(List<T> items, @Nullable String next) {}

    record ChangeView(
            String id,
            Instant at,
            String by,
            String kind,
            @Nullable String person,
            String username,
            @Nullable String ukprn,
            String detail,
            String outcome) {

        static ChangeView of(PersonChange change) {
            return new ChangeView(
                    change.id(),
                    change.at(),
                    change.by(),
                    change.kind().code(),
                    change.about().map(PersonId::toString).orElse(null),
                    change.username(),
                    change.organisation().map(Ukprn::value).orElse(null),
                    change.detail(),
                    change.outcome().code());
        }
    }

    private final PeopleReader reader;
    private final PeopleDirectory people;
    private final PeopleLog log;

    PeopleApi(PeopleReader reader, PeopleDirectory people, PeopleLog log) {
        this.reader = reader;
        this.people = people;
        this.log = log;
    }

    @GetMapping
    Page<PersonView> list(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable Integer limit,
            PeopleKeeper keeper) {
        PeopleReader.Page page =
                reader.page(new PeopleReader.Asked(organisation, search, after, PeopleReader.limit(limit)), keeper);
        return new Page<>(page.people().stream().map(PersonView::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(@PathVariable String id, PeopleKeeper keeper) {
        return PersonId.parse(id)
                .flatMap(known -> people.find(known, keeper))
                .<ResponseEntity<?>>map(person ->
                        ResponseEntity.ok().eTag("\"" + person.tag() + "\"").body(PersonView.of(person)))
                .orElseGet(() -> Problem.notFound("person " + id).answer());
    }

    @GetMapping("/changes")
    Page<ChangeView> changes(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable Integer limit,
            PeopleKeeper keeper) {
        int size = PeopleReader.limit(limit);
        List<PersonChange> oneMore = log.list(Optional.of(after).filter(id -> !id.isEmpty()), size + 1, keeper);
        List<ChangeView> items =
                oneMore.stream().limit(size).map(ChangeView::of).toList();
        return new Page<>(items, oneMore.size() > size ? items.getLast().id() : null);
    }
}
