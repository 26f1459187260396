package org.ncsoversight.criteria.people.viewing;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.PeopleLog;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done about people: who, when, what, about whom, and how it ended. */
@Controller
class ChangesPage {

    private static final int LIMIT = 50;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    record Row(String when, String who, String what, String whom, String organisation, String detail, String outcome) {}

    private final PeopleLog log;
    private final Clock clock;

    ChangesPage(PeopleLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/people/changes")
    String list(@RequestParam(defaultValue = "") String before, PeopleKeeper keeper, Model model) {
        List<PersonChange> oneMore = log.list(Optional.of(before).filter(id -> !id.isEmpty()), LIMIT + 1, keeper);
        List<PersonChange> changes = oneMore.stream().limit(LIMIT).toList();
        model.addAttribute("rows", changes.stream().map(this::row).toList());
        model.addAttribute("next", oneMore.size() > LIMIT ? changes.getLast().id() : null);
        model.addAttribute("before", before);
        model.addAttribute("everybody", keeper.only().isEmpty());
        return "people/changes";
    }

    private Row row(PersonChange change) {
        return new Row(
                MOMENT.format(change.at().atZone(clock.getZone())),
                change.by(),
                change.kind().label(),
                change.username(),
                change.organisation().map(Ukprn::value).orElse(""),
                change.detail(),
                change.outcome().label());
    }
}
