package org.ncsoversight.criteria.people.account;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.model.SecondFactor;
import org.ncsoversight.criteria.security.OwnAccount;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How somebody signs in: where the password and second factors are changed, and signing out everywhere. */
@Controller
class OwnAccountPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    record Row(String kind, String label, String since) {}

    private final PeopleDirectory people;
    private final Clock clock;

    OwnAccountPage(PeopleDirectory people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/people/account")
    String show(OwnAccount own, Model model) {
        List<SecondFactor> factors = people.secondFactors(own.id());
        model.addAttribute("username", own.username());
        model.addAttribute("rows", factors.stream().map(this::row).toList());
        model.addAttribute("required", own.needsSecondFactor());
        return "people/account";
    }

    @PostMapping("/people/account/sign-out")
    ModelAndView signOut(OwnAccount own) {
        people.signOut(own.id());
        return new ModelAndView("redirect:/people/account", HttpStatus.SEE_OTHER);
    }

    private Row row(SecondFactor factor) {
        return new Row(
                factor.kind().label(), factor.label(), DAY.format(factor.since().atZone(clock.getZone())));
    }
}
