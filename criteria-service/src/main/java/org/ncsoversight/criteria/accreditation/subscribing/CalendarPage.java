package org.ncsoversight.criteria.accreditation.subscribing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.accreditation.store.CalendarStore.Subscription;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's calendar address by page and by JSON, and the calendar that is found there without signing in. */
@Controller
class CalendarPage {

    private static final String PAGE = "/providers/accreditation/calendar";
    private static final String API = "/api/criteria/calendar";
    private static final MediaType ICALENDAR = MediaType.parseMediaType("text/calendar;charset=utf-8");

    record Created(String address, Instant createdAt) {}

    record Known(Instant createdAt) {}

    private final SubscribeToCalendar subscribing;

    CalendarPage(SubscribeToCalendar subscribing) {
        this.subscribing = subscribing;
    }

    @GetMapping(PAGE)
    ModelAndView show(Caller caller) {
        return page(caller, "");
    }

    /** The address is told once, so it is in the answer itself and not on a page to come back to. */
    @PostMapping(PAGE)
    ModelAndView change(
            @RequestParam(defaultValue = "create") String action, Caller caller, HttpServletRequest request) {
        if (action.equals("revoke")) {
            subscribing.revoke(caller.username());
            return new ModelAndView("redirect:" + PAGE, HttpStatus.SEE_OTHER);
        }
        return page(caller, origin(request) + path(subscribing.create(caller.username())));
    }

    @GetMapping(API)
    ResponseEntity<?> known(Caller caller) {
        return subscribing
                .of(caller.username())
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(new Known(known.createdAt())))
                .orElseGet(() -> Problem.notFound("calendar address").answer());
    }

    @PostMapping(API)
    ResponseEntity<?> create(Caller caller) {
        String path = path(subscribing.create(caller.username()));
        Instant at =
                subscribing.of(caller.username()).map(Subscription::createdAt).orElseThrow();
        return ResponseEntity.created(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .body(new Created(path, at));
    }

    @DeleteMapping(API)
    ResponseEntity<?> revoke(Caller caller) {
        subscribing.revoke(caller.username());
        return ResponseEntity.noContent().build();
    }

    @GetMapping(API + "/{token:[A-Za-z0-9_-]{22}}.ics")
    ResponseEntity<?> calendar(@PathVariable String token) {
        return subscribing
                .calendar(token)
                .<ResponseEntity<?>>map(text -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    return ResponseEntity.ok()
                            .contentType(ICALENDAR)
                            .cacheControl(CacheControl.noCache().cachePrivate())
                            .eTag(DigestUtils.md5DigestAsHex(bytes))
                            .body(bytes);
                })
                .orElseGet(() -> Problem.notFound("calendar").answer());
    }

    private static String path(String token) {
        return API + "/" + token + ".ics";
    }

    // The gateway says under which name it was asked; without it, this service was asked itself.
    private static String origin(HttpServletRequest request) {
        String host = request.getHeader("X-Forwarded-Host");
        String scheme = request.getHeader("X-Forwarded-Proto");
        return host == null || scheme == null
                ? request.getScheme() + "://" + request.getHeader("Host")
                : scheme + "://" + host;
    }

    private ModelAndView page(Caller caller, String address) {
        String since = subscribing
                .of(caller.username())
                .map(known -> UkDate.of(
                        known.createdAt().atZone(ZoneId.of("Europe/London")).toLocalDate()))
                .orElse("");
        return new ModelAndView("accreditation/subscribing/calendar", Map.of("address", address, "since", since));
    }
}
