package org.ncsoversight.reporting.live;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.security.VisibleProviders;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events: the version that can be read now, at once and whenever there is a newer one. */
@RestController
class LiveReadinessPage {

    private static final Duration BUSY = Duration.ofMinutes(1);

    private final ReadinessStore store;
    private final LiveReadiness live;

    LiveReadinessPage(ReadinessStore store, LiveReadiness live) {
        this.store = store;
        this.live = live;
    }

    @GetMapping("/readiness/{ukprn}/changes")
    ResponseEntity<?> ofProvider(@PathVariable String ukprn, VisibleProviders visible, HttpServletRequest request) {
        Optional<ReadinessMessage> current = store.of(visible, ukprn);
        return current.isEmpty()
                ? Problem.notFound().answer()
                : answer(live.connect(
                        personOf(request), ukprn::equals, current.get().version()));
    }

    @GetMapping("/readiness/changes")
    ResponseEntity<?> national(VisibleProviders visible, HttpServletRequest request) {
        return answer(live.connect(personOf(request), visible::includes, 0));
    }

    private static String personOf(HttpServletRequest request) {
        return requireNonNull(request.getRemoteUser());
    }

    private static ResponseEntity<?> answer(Optional<SseEmitter> connection) {
        return connection.isPresent()
                ? ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        // Asks proxies not to gather the stream.
                        .header("X-Accel-Buffering", "no")
                        .body(connection.get())
                : Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many pages are open; reload to see news")
                        .retryAfter(BUSY)
                        .answer();
    }
}
