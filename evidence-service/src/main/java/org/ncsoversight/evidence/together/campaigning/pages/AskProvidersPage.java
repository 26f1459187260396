package org.ncsoversight.evidence.together.campaigning.pages;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.campaigning.AskProviders;
import org.ncsoversight.evidence.together.campaigning.CampaignApi;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A contract manager's forms: a new campaign, changing one, extending its due date, closing it. */
@Controller
class AskProvidersPage {

    private static final String PATH = "/evidence/campaigns";
    private static final String NEW = PATH + "/new";
    private static final String CHANGE = PATH + "/{id}/{deed:edit|extend|close}";

    private final AskProviders ask;
    private final CampaignStore store;
    private final EditionInForce inForce;

    AskProvidersPage(AskProviders ask, CampaignStore store, EditionInForce inForce) {
        this.ask = ask;
        this.store = store;
        this.inForce = inForce;
    }

    @GetMapping(NEW)
    ModelAndView form() {
        return page("edit", null, CampaignForm.fresh(), List.of(), HttpStatus.OK);
    }

    @PostMapping(NEW)
    Object create(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var form = new CampaignForm(typed);
        var target = new AskProviders.Target(form.id(), null, caller.person(), caller.visible());
        return answer(ask.create(form.input(), target), "edit", null, form);
    }

    @GetMapping(CHANGE)
    ModelAndView form(Caller caller, @PathVariable UUID id, @PathVariable String deed) {
        var campaign = open(caller, id);
        if (deed.equals("edit") && campaign.answered()) {
            throw CampaignApi.answeredAlready();
        }
        var form = deed.equals("edit") ? CampaignForm.of(campaign) : CampaignForm.seen(campaign.version());
        return page(deed, campaign, form, List.of(), HttpStatus.OK);
    }

    @PostMapping(CHANGE)
    Object change(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String deed,
            @RequestParam MultiValueMap<String, String> typed) {
        var campaign = open(caller, id);
        var form = new CampaignForm(typed);
        var target = new AskProviders.Target(id, form.version(), caller.person(), caller.visible());
        var result = switch (deed) {
            case "edit" -> ask.edit(form.input(), target);
            case "extend" -> ask.extend(form.due(), form.text("reason"), target);
            default -> ask.close(form.text("reason"), target);
        };
        return answer(result, deed, campaign, form);
    }

    private Object answer(AskProviders.Result result, String deed, @Nullable Campaign before, CampaignForm form) {
        return switch (result) {
            case AskProviders.Result.Kept(var campaign) -> seeOther(campaign);
            case AskProviders.Result.KeptBefore(var campaign) -> seeOther(campaign);
            case AskProviders.Result.Invalid(var errors) ->
                page(deed, before, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case AskProviders.Result.ChangedMeanwhile(var now) -> page(deed, now, form, List.of(), HttpStatus.CONFLICT);
            case AskProviders.Result.NotFound() ->
                throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such campaign");
            case AskProviders.Result.IdTaken _ ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "This form was sent before with other content");
            case AskProviders.Result.AnsweredAlready _ -> throw CampaignApi.answeredAlready();
            case AskProviders.Result.Closed _ -> throw CampaignApi.closed();
            case AskProviders.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    private ModelAndView page(
            String deed, @Nullable Campaign campaign, CampaignForm form, List<FieldError> errors, HttpStatus status) {
        var page = new ModelAndView(
                deed.equals("edit") ? "together/campaigning/campaign-form" : "together/campaigning/" + deed);
        page.setStatus(status);
        page.addObject("campaign", campaign);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("changed", status == HttpStatus.CONFLICT);
        page.addObject("edition", inForce.edition().orElseThrow(Problem::criteriaNotYetKnown));
        return page;
    }

    private Campaign open(Caller caller, UUID id) {
        var campaign = store.find(id, caller.visible()).orElseThrow(() -> CampaignApi.notFound(id));
        if (campaign.closed()) {
            throw CampaignApi.closed();
        }
        return campaign;
    }

    private static ResponseEntity<Void> seeOther(Campaign campaign) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "/" + campaign.id()))
                .build();
    }
}
