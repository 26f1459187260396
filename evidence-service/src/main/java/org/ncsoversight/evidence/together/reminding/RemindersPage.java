package org.ncsoversight.evidence.together.reminding;

import java.net.URI;
import java.util.List;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.model.Frequency;
import org.ncsoversight.evidence.together.store.ReminderStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people choose how often they are written to; the last choice counts. */
@Controller
class RemindersPage {

    private static final String PATH = "/evidence/reminders";

    private final ReminderStore store;

    RemindersPage(ReminderStore store) {
        this.store = store;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, @RequestParam(defaultValue = "false") boolean saved) {
        String chosen = store.choice(caller.person().subject()).frequency().word();
        return page(HttpStatus.OK, caller, chosen, saved, List.of());
    }

    @PostMapping(PATH)
    Object choose(Caller caller, @RequestParam(defaultValue = "") String frequency) {
        var wanted = Frequency.of(frequency);
        if (wanted.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, caller, "", false, List.of(RemindersApi.UNKNOWN));
        }
        store.choose(caller.person().subject(), wanted.get(), null);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "?saved=true"))
                .build();
    }

    private static ModelAndView page(
            HttpStatus status, Caller caller, String chosen, boolean saved, List<FieldError> errors) {
        var page = new ModelAndView("together/reminding/reminders");
        page.setStatus(status);
        page.addObject("email", caller.email());
        page.addObject("chosen", chosen);
        page.addObject("saved", saved);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }
}
