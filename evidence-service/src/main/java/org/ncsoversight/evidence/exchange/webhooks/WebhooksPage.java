package org.ncsoversight.evidence.exchange.webhooks;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.webhooks.ManageWebhooks.Result;
import org.ncsoversight.evidence.exchange.webhooks.ManageWebhooks.Wanted;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Webhooks for a provider's lead: added, paused, given a new secret, taken away, and what was sent to them. */
@Controller
class WebhooksPage {

    private static final String PATH = "/evidence/webhooks";
    private static final int DELIVERIES_SHOWN = 50;
    private static final Delivery.State FAILED = Delivery.State.FAILED;

    private final ManageWebhooks webhooks;

    WebhooksPage(ManageWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping(PATH)
    ModelAndView list(Caller caller) {
        return new ModelAndView("exchange/webhooks/webhooks").addObject("webhooks", webhooks.list(caller));
    }

    @GetMapping(PATH + "/new")
    ModelAndView blank() {
        return form(null, new Wanted("", List.of(), false), List.of(), HttpStatus.OK);
    }

    /** Answers with the page that shows the secret, because it is shown this once. */
    @PostMapping(PATH + "/new")
    ModelAndView add(
            Caller caller,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> types) {
        var wanted = new Wanted(address, types, false);
        return switch (webhooks.add(caller, UUID.randomUUID(), wanted)) {
            case Result.Kept(var webhook) -> secret(webhook);
            case Result.Invalid(var errors) -> form(null, wanted, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.NotFound _, Result.ChangedMeanwhile _ -> throw WebhooksApi.notFound();
        };
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after) {
        return page(find(caller, id), state.equals(FAILED.word()), after, false, HttpStatus.OK);
    }

    @GetMapping(PATH + "/{id}/edit")
    ModelAndView edit(Caller caller, @PathVariable UUID id) {
        Webhook now = find(caller, id);
        return form(now, wantedOf(now), List.of(), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}/edit")
    Object change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> types) {
        var wanted = new Wanted(address, types, find(caller, id).paused());
        return switch (webhooks.change(caller, id, version, wanted)) {
            case Result.Kept(var webhook) -> seeOther(webhook.id());
            case Result.Invalid(var errors) -> form(find(caller, id), wanted, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.NotFound() -> throw WebhooksApi.notFound();
            case Result.ChangedMeanwhile(var now) -> page(now, false, null, true, HttpStatus.CONFLICT);
        };
    }

    @PostMapping(PATH + "/{id}/{switch:pause|resume}")
    Object pause(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("switch") String wanted,
            @RequestParam(defaultValue = "0") long version) {
        Webhook now = find(caller, id);
        var changed = new Wanted(now.address(), List.copyOf(now.types()), wanted.equals("pause"));
        return ended(webhooks.change(caller, id, version, changed));
    }

    @PostMapping(PATH + "/{id}/secret")
    Object newSecret(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "0") long version) {
        Result result = webhooks.newSecret(caller, id, version);
        return result instanceof Result.Kept(var webhook) ? secret(webhook) : ended(result);
    }

    @GetMapping(PATH + "/{id}/delete")
    ModelAndView askBeforeRemoving(Caller caller, @PathVariable UUID id) {
        return new ModelAndView("exchange/webhooks/delete-webhook").addObject("webhook", find(caller, id));
    }

    @PostMapping(PATH + "/{id}/delete")
    ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id) {
        if (!webhooks.remove(caller, id)) {
            throw WebhooksApi.notFound();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }

    @PostMapping(PATH + "/{id}/replay")
    ResponseEntity<Void> again(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID delivery) {
        Webhook webhook = find(caller, id);
        if (delivery == null) {
            webhooks.allFailedAgain(webhook);
        } else if (!webhooks.again(webhook, delivery)) {
            throw WebhooksApi.notFound();
        }
        return seeOther(id);
    }

    private Object ended(Result result) {
        return switch (result) {
            case Result.Kept(var webhook) -> seeOther(webhook.id());
            case Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case Result.NotFound() -> throw WebhooksApi.notFound();
            case Result.ChangedMeanwhile(var now) -> page(now, false, null, true, HttpStatus.CONFLICT);
        };
    }

    private Webhook find(Caller caller, UUID id) {
        return webhooks.find(caller, id).orElseThrow(WebhooksApi::notFound);
    }

    private ModelAndView page(
            Webhook webhook, boolean onlyFailed, @Nullable String after, boolean changed, HttpStatus status) {
        var found = webhooks.deliveries(webhook, onlyFailed ? FAILED : null, Cursor.read(after), DELIVERIES_SHOWN + 1);
        boolean more = found.size() > DELIVERIES_SHOWN;
        List<Delivery> shown = more ? found.subList(0, DELIVERIES_SHOWN) : found;
        var page = new ModelAndView("exchange/webhooks/webhook");
        page.setStatus(status);
        page.addObject("webhook", webhook);
        page.addObject("changed", changed);
        page.addObject("deliveries", shown);
        page.addObject("onlyFailed", onlyFailed);
        page.addObject("failed", webhooks.failed(webhook));
        page.addObject(
                "next",
                more
                        ? PATH + "/" + webhook.id() + (onlyFailed ? "?state=failed&after=" : "?after=")
                                + Cursor.write(shown.getLast().listKey())
                        : null);
        return page;
    }

    private static ModelAndView secret(Webhook webhook) {
        return new ModelAndView("exchange/webhooks/webhook-secret").addObject("webhook", webhook);
    }

    private static ModelAndView form(
            @Nullable Webhook webhook, Wanted wanted, List<FieldError> errors, HttpStatus status) {
        var page = new ModelAndView("exchange/webhooks/webhook-form");
        page.setStatus(status);
        page.addObject("webhook", webhook);
        page.addObject("wanted", wanted);
        page.addObject("all", EventTypes.ALL);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private static Wanted wantedOf(Webhook webhook) {
        return new Wanted(webhook.address(), List.copyOf(webhook.types()), webhook.paused());
    }

    private static ResponseEntity<Void> seeOther(UUID id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "/" + id))
                .build();
    }
}
