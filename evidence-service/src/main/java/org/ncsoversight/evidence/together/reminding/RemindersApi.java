package org.ncsoversight.evidence.together.reminding;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.model.Frequency;
import org.ncsoversight.evidence.together.store.ReminderStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** How often the caller is written to, for programs. */
@RestController
class RemindersApi {

    static final FieldError UNKNOWN = new FieldError(
            "frequency", "frequency-unknown", "Select whether you want an e-mail daily, weekly or not at all");

    private static final String PATH = "/api/evidence/reminders";

    /** The choice in words: daily, weekly or none. */
    record Body(@Nullable String frequency) {}

    private final ReminderStore store;

    RemindersApi(ReminderStore store) {
        this.store = store;
    }

    @GetMapping(PATH)
    ResponseEntity<Body> show(Caller caller) {
        return answer(store.choice(caller.person().subject()));
    }

    @PutMapping(PATH)
    ResponseEntity<Body> choose(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Body wanted) {
        var frequency = Frequency.of(Objects.requireNonNullElse(wanted.frequency(), ""))
                .orElseThrow(() -> Problem.invalid(List.of(UNKNOWN)));
        return store.choose(caller.person().subject(), frequency, IfMatch.version(ifMatch))
                .map(RemindersApi::answer)
                .orElseThrow(() -> Problem.of(
                        IfMatch.statusWhenStale(ifMatch), "changed-meanwhile", "You chose something else meanwhile"));
    }

    private static ResponseEntity<Body> answer(ReminderStore.Choice choice) {
        return ResponseEntity.ok()
                .eTag("\"" + choice.version() + "\"")
                .body(new Body(choice.frequency().word()));
    }
}
