package org.ncsoversight.evidence.exchange.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.sending.OutsideAddress;
import org.ncsoversight.evidence.exchange.sending.Signature;
import org.ncsoversight.evidence.exchange.sending.WebhookSettings;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** What a provider's lead does with the provider's webhooks. */
@Component
class ManageWebhooks {

    /** What was typed or sent. */
    record Wanted(String address, List<String> types, boolean paused) {}

    /** Every way a change can end. */
    sealed interface Result {

        record Kept(Webhook webhook) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record NotFound() implements Result {}

        record ChangedMeanwhile(Webhook now) implements Result {}
    }

    private static final int LONGEST_ADDRESS_IN_CHARACTERS = 500;

    private final WebhookStore store;
    private final OutsideAddress outside;
    private final WebhookSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ManageWebhooks(WebhookStore store, OutsideAddress outside, WebhookSettings settings, Clock clock) {
        this.store = store;
        this.outside = outside;
        this.settings = settings;
        this.clock = clock;
    }

    /** Under an id that a repeat comes with again; it gets the same webhook, with its secret. */
    Result add(Caller caller, UUID id, Wanted wanted) {
        var earlier = find(caller, id);
        if (earlier.isPresent()) {
            return says(earlier.get(), wanted)
                    ? new Result.Kept(earlier.get())
                    : new Result.ChangedMeanwhile(earlier.get());
        }
        var errors = check(wanted);
        if (errors.isEmpty() && store.list(caller.visible()).size() >= settings.perProvider()) {
            errors.add(new FieldError(
                    "address",
                    "webhooks-too-many",
                    "You can have up to %d webhooks".formatted(settings.perProvider())));
        }
        if (!errors.isEmpty()) {
            return new Result.Invalid(errors);
        }
        var webhook = new Webhook(
                id,
                1,
                caller.organisation().orElseThrow(),
                wanted.address().strip(),
                typesOf(wanted),
                Signature.newSecret(random),
                wanted.paused(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.person().username());
        store.add(webhook);
        return new Result.Kept(webhook);
    }

    Result change(Caller caller, UUID id, @Nullable Long version, Wanted wanted) {
        var errors = check(wanted);
        if (!errors.isEmpty()) {
            return find(caller, id).isEmpty() ? new Result.NotFound() : new Result.Invalid(errors);
        }
        return changed(
                caller, id, version, now -> now.changedTo(wanted.address().strip(), typesOf(wanted), wanted.paused()));
    }

    /** From now on, also what is still on its way is signed with the new secret. */
    Result newSecret(Caller caller, UUID id, @Nullable Long version) {
        return changed(caller, id, version, now -> now.withSecret(Signature.newSecret(random)));
    }

    Optional<Webhook> find(Caller caller, UUID id) {
        return store.find(id, caller.visible());
    }

    List<Webhook> list(Caller caller) {
        return store.list(caller.visible());
    }

    boolean remove(Caller caller, UUID id) {
        return store.remove(id, caller.visible());
    }

    List<Delivery> deliveries(Webhook webhook, Delivery.@Nullable State state, @Nullable String after, int limit) {
        return store.deliveries(webhook.id(), state, after, limit);
    }

    /** False when there is no such delivery. */
    boolean again(Webhook webhook, UUID delivery) {
        var found = store.delivery(webhook.id(), delivery);
        found.ifPresent(one -> store.again(one.again(clock.instant())));
        return found.isPresent();
    }

    /** Sends all failed ones again and says how many there were. */
    int allFailedAgain(Webhook webhook) {
        return store.allFailedAgain(webhook.id(), clock.instant());
    }

    int failed(Webhook webhook) {
        return store.failed(webhook.id());
    }

    /** How to make one version out of another. */
    private interface Change {
        Webhook of(Webhook now);
    }

    private Result changed(Caller caller, UUID id, @Nullable Long version, Change change) {
        Webhook now = find(caller, id).orElse(null);
        if (now == null) {
            return new Result.NotFound();
        }
        if (version != null && version != now.version()) {
            return new Result.ChangedMeanwhile(now);
        }
        Webhook next = change.of(now);
        return store.change(next) ? new Result.Kept(next) : new Result.ChangedMeanwhile(now);
    }

    private List<FieldError> check(Wanted wanted) {
        var errors = new ArrayList<FieldError>();
        addressProblem(wanted.address().strip())
                .ifPresent(why -> errors.add(new FieldError("address", "address-unfit", why)));
        if (!EventTypes.ALL.containsAll(wanted.types())) {
            errors.add(new FieldError("types", "type-unknown", "Choose from the events listed"));
        }
        return errors;
    }

    private Optional<String> addressProblem(String address) {
        if (address.isEmpty()) {
            return Optional.of("Enter the web address that is to be told");
        }
        if (address.length() > LONGEST_ADDRESS_IN_CHARACTERS) {
            return Optional.of("Address must be %d characters or less".formatted(LONGEST_ADDRESS_IN_CHARACTERS));
        }
        try {
            return outside.objection(new URI(address));
        } catch (URISyntaxException _) {
            return Optional.of("Enter a whole web address, like https://example.org/events");
        }
    }

    private static boolean says(Webhook webhook, Wanted wanted) {
        return webhook.address().equals(wanted.address().strip())
                && webhook.types().equals(typesOf(wanted))
                && webhook.paused() == wanted.paused();
    }

    private static SortedSet<String> typesOf(Wanted wanted) {
        return new TreeSet<>(wanted.types());
    }
}
