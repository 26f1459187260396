package org.ncsoversight.evidence.together.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.store.StoreAway;
import org.ncsoversight.evidence.together.store.KnownPeople;
import org.ncsoversight.evidence.together.store.KnownPeople.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes everybody who calls: at once when something about them is new, else once an hour. */
@Component
class RememberCallers implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(RememberCallers.class);
    private static final Duration NOTED_FOR = Duration.ofHours(1);
    private static final int MOST_HELD = 10_000;

    private final KnownPeople people;
    private final Clock clock;
    private final Map<String, Known> noted = new ConcurrentHashMap<>();

    RememberCallers(KnownPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Never stands in the way of the request itself. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Caller.of(request)
                .filter(caller -> !caller.person().subject().isEmpty())
                .ifPresent(this::note);
        return true;
    }

    private void note(Caller caller) {
        var known = new Known(caller.person(), caller.email(), caller.may(Capability.LEAD), clock.instant());
        String subject = caller.person().subject();
        if (isNoted(noted.get(subject), known)) {
            return;
        }
        try {
            people.seen(known);
            if (noted.size() >= MOST_HELD) {
                noted.clear();
            }
            noted.put(subject, known);
        } catch (StoreAway e) {
            log.atWarn().setCause(e).log("Caller not noted");
        }
    }

    private static boolean isNoted(@Nullable Known before, Known now) {
        if (before == null) {
            return false;
        }
        Instant until = before.seenAt().plus(NOTED_FOR);
        return now.seenAt().isBefore(until)
                && before.equals(new Known(now.person(), now.email(), now.lead(), before.seenAt()));
    }
}
