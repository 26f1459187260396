package org.ncsoversight.evidence.exchange.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.webhooks.ManageWebhooks.Result;
import org.ncsoversight.evidence.exchange.webhooks.ManageWebhooks.Wanted;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks for programs. */
@RestController
class WebhooksApi {

    static final String PATH = "/api/evidence/webhooks";

    private static final int LONGEST_PAGE = 200;

    /** A webhook; its secret is there only when it has just been made, and in a repeat of that answer. */
    record Body(
            String webhook,
            long version,
            String address,
            List<String> types,
            boolean paused,
            String createdAt,
            String createdBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret) {

        static Body of(Webhook webhook, boolean withSecret) {
            return new Body(
                    webhook.id().toString(),
                    webhook.version(),
                    webhook.address(),
                    List.copyOf(webhook.types()),
                    webhook.paused(),
                    webhook.createdAt().toString(),
                    webhook.createdBy(),
                    withSecret ? webhook.secret() : null);
        }
    }

    /** All webhooks of the caller's organisation, oldest first. */
    record Webhooks(List<Body> webhooks) {}

    /** What is to be kept; no types means all. */
    record Input(
            @Nullable String address,
            @Nullable List<String> types,
            @Nullable Boolean paused) {

        Wanted wanted() {
            return new Wanted(
                    Objects.requireNonNullElse(address, ""),
                    Objects.requireNonNullElse(types, List.of()),
                    Boolean.TRUE.equals(paused));
        }
    }

    /** One event on its way; nextAt only while it waits. */
    record DeliveryBody(
            String delivery,
            String type,
            String heardAt,
            String state,
            int attempts,
            @Nullable String nextAt,
            @Nullable Integer lastStatus,
            @Nullable String trouble) {

        static DeliveryBody of(Delivery delivery) {
            return new DeliveryBody(
                    delivery.id().toString(),
                    delivery.type(),
                    delivery.heardAt().toString(),
                    delivery.state().word(),
                    delivery.attempts(),
                    delivery.state() == Delivery.State.WAITING
                            ? delivery.nextAt().toString()
                            : null,
                    delivery.lastStatus(),
                    delivery.trouble());
        }
    }

    /** Some deliveries, newest first, and the cursor for the next ones while there are any. */
    record Deliveries(
            List<DeliveryBody> deliveries, @Nullable String next) {}

    /** How many deliveries are sent again. */
    record Replayed(int deliveries) {}

    private final ManageWebhooks webhooks;

    WebhooksApi(ManageWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping(PATH)
    Webhooks list(Caller caller) {
        return new Webhooks(webhooks.list(caller).stream()
                .map(webhook -> Body.of(webhook, false))
                .toList());
    }

    @PostMapping(PATH)
    ResponseEntity<Body> add(Caller caller, HttpServletRequest request, @RequestBody Input input) {
        Webhook kept = kept(webhooks.add(caller, Repeats.idOr(null, request), input.wanted()), null);
        return ResponseEntity.created(URI.create(PATH + "/" + kept.id()))
                .eTag(Long.toString(kept.version()))
                .body(Body.of(kept, true));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Body> one(Caller caller, @PathVariable UUID id) {
        return answer(find(caller, id), false);
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<Body> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Input input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(kept(webhooks.change(caller, id, IfMatch.version(ifMatch), input.wanted()), ifMatch), false);
    }

    @PostMapping(PATH + "/{id}/secret")
    ResponseEntity<Body> newSecret(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(kept(webhooks.newSecret(caller, id, IfMatch.version(ifMatch)), ifMatch), true);
    }

    @DeleteMapping(PATH + "/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id) {
        if (!webhooks.remove(caller, id)) {
            throw notFound();
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping(PATH + "/{id}/deliveries")
    Deliveries deliveries(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Webhook webhook = find(caller, id);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw invalid("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE);
        }
        var found = webhooks.deliveries(webhook, stateOf(state), Cursor.read(after), limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Deliveries(
                shown.stream().map(DeliveryBody::of).toList(),
                more ? Cursor.write(shown.getLast().listKey()) : null);
    }

    @PostMapping(PATH + "/{id}/deliveries/{delivery}/replay")
    Replayed again(Caller caller, @PathVariable UUID id, @PathVariable UUID delivery) {
        if (!webhooks.again(find(caller, id), delivery)) {
            throw notFound();
        }
        return new Replayed(1);
    }

    @PostMapping(PATH + "/{id}/replay")
    Replayed allFailedAgain(Caller caller, @PathVariable UUID id) {
        return new Replayed(webhooks.allFailedAgain(find(caller, id)));
    }

    static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such webhook or delivery");
    }

    private Webhook find(Caller caller, UUID id) {
        return webhooks.find(caller, id).orElseThrow(WebhooksApi::notFound);
    }

    private static Webhook kept(Result result, @Nullable String ifMatch) {
        return switch (result) {
            case Result.Kept(var webhook) -> webhook;
            case Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case Result.NotFound() -> throw notFound();
            case Result.ChangedMeanwhile(var now) ->
                throw Problem.of(
                        IfMatch.statusWhenStale(ifMatch),
                        "changed-meanwhile",
                        "The webhook has changed since; it is at version %d".formatted(now.version()));
        };
    }

    private static ResponseEntity<Body> answer(Webhook webhook, boolean withSecret) {
        return ResponseEntity.ok().eTag(Long.toString(webhook.version())).body(Body.of(webhook, withSecret));
    }

    private static Delivery.@Nullable State stateOf(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> invalid("state", "state-unknown", "State must be waiting, delivered or failed"));
    }

    private static Problem invalid(String field, String code, String message) {
        return Problem.invalid(List.of(new FieldError(field, code, message)));
    }
}
