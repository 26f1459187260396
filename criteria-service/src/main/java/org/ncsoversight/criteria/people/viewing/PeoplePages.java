package org.ncsoversight.criteria.people.viewing;

import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of people, and each of them. */
@Controller
class PeoplePages {

    private final PeopleReader reader;
    private final PeopleDirectory people;

    PeoplePages(PeopleReader reader, PeopleDirectory people) {
        this.reader = reader;
        this.people = people;
    }

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            PeopleKeeper keeper,
            Model model) {
        var asked = new PeopleReader.Asked(organisation, search, after, PeopleReader.DEFAULT_LIMIT);
        PeopleReader.Page page = reader.page(asked, keeper);
        model.addAttribute(
                "rows", page.people().stream().map(PersonView.Row::of).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("asked", asked);
        model.addAttribute("everybody", keeper.only().isEmpty());
        return "people/people";
    }

    @GetMapping("/people/{id}")
    String one(@PathVariable String id, PeopleKeeper keeper, Model model) {
        Person person = PersonId.parse(id)
                .flatMap(known -> people.find(known, keeper))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("person", person);
        model.addAttribute("row", PersonView.Row.of(person));
        model.addAttribute("isSelf", keeper.isSelf(person));
        model.addAttribute("isSuspended", person.standing() == Standing.SUSPENDED);
        model.addAttribute("assigned", assigned(person));
        model.addAttribute("signedIn", people.isSignedIn(person.id()));
        model.addAttribute(
                "secondFactors",
                people.secondFactors(person.id()).stream()
                        .map(factor -> factor.kind().label())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return "people/person";
    }

    private static String assigned(Person person) {
        return Optional.of(person.assigned())
                .filter(assigned -> !assigned.isNone())
                .map(assigned -> assigned.all() ? "Every provider" : String.join(", ", assigned.words()))
                .orElse("");
    }
}
