package org.ncsoversight.criteria.accreditation.subscribing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.accreditation.store.CalendarStore;
import org.ncsoversight.criteria.accreditation.store.CalendarStore.Subscription;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Housekeeping;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a person a secret address of a calendar, takes it back, and answers whoever knows it as it would that person. */
@Component
public class SubscribeToCalendar {

    private static final Logger log = LoggerFactory.getLogger(SubscribeToCalendar.class);

    private final CalendarStore calendars;
    private final ProviderStore providers;
    private final PeopleDirectory people;
    private final Housekeeping housekeeping;
    private final Clock clock;

    public SubscribeToCalendar(
            CalendarStore calendars,
            ProviderStore providers,
            PeopleDirectory people,
            Housekeeping housekeeping,
            Clock clock) {
        this.calendars = calendars;
        this.providers = providers;
        this.people = people;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    public Optional<Subscription> of(String username) {
        return calendars.of(username);
    }

    /** The secret of a new address, told this once; the address before it answers no more. */
    public String create(String username) {
        CalendarToken token = CalendarToken.random();
        calendars.put(new Subscription(username, token.hash(), clock.instant()));
        log.atInfo().addKeyValue("username", username).log("Calendar address created");
        return token.value();
    }

    public void revoke(String username) {
        calendars.remove(username);
        log.atInfo().addKeyValue("username", username).log("Calendar address revoked");
    }

    /** What the person may see now: roles and assignments are looked up each time, and nobody suspended sees anything. */
    public Optional<String> calendar(String token) {
        return calendars
                .withHash(new CalendarToken(token).hash())
                .flatMap(subscription -> people.named(subscription.username(), housekeeping.keeperOfEverybody()))
                .flatMap(housekeeping::visibleTo)
                .map(this::write);
    }

    private String write(VisibleProviders visible) {
        List<Provider> shown = providers.list(ProviderStore.Query.all(), visible);
        return CycleCalendar.write(
                shown,
                providers.changedAt(shown.stream().map(Provider::ukprn).collect(Collectors.toSet()), visible),
                LocalDate.now(clock));
    }
}
