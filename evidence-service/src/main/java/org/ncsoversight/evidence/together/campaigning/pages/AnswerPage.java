package org.ncsoversight.evidence.together.campaigning.pages;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.campaigning.AnswerCampaign;
import org.ncsoversight.evidence.together.campaigning.CampaignApi;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form in which a provider's lead answers a campaign. */
@Controller
class AnswerPage {

    private static final String PATH = "/evidence/campaigns/{id}/answer";
    private static final String NOTHING = "nothing";

    private final CampaignStore store;
    private final AnswerCampaign answer;

    AnswerPage(CampaignStore store, AnswerCampaign answer) {
        this.store = store;
        this.answer = answer;
    }

    @GetMapping(PATH)
    ModelAndView form(Caller caller, @PathVariable UUID id) {
        var provider = provider(caller, id);
        var campaign = campaign(caller, id);
        if (campaign.closed()) {
            throw CampaignApi.closed();
        }
        var kept = store.answerOf(provider, id, caller.own()).orElse(null);
        return page(caller, campaign, kept, form(kept), List.of(), HttpStatus.OK);
    }

    @PostMapping(PATH)
    Object answer(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var provider = provider(caller, id);
        var campaign = campaign(caller, id);
        var form = new CampaignForm(typed);
        if (form.text("answer").isEmpty()) {
            var missing = new FieldError("answer", "answer-missing", "Select how you answer");
            return page(
                    caller,
                    campaign,
                    store.answerOf(provider, id, caller.own()).orElse(null),
                    form,
                    List.of(missing),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var command = new AnswerCampaign.Command(
                id,
                provider,
                form.version(),
                form.text("evidence"),
                form.has("answer", NOTHING),
                form.text("reason"),
                caller.person(),
                caller.own());
        return switch (answer.answer(command)) {
            case AnswerCampaign.Result.Kept _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/campaigns/" + id))
                        .build();
            case AnswerCampaign.Result.NotFound() -> throw CampaignApi.notFound(id);
            case AnswerCampaign.Result.Closed() -> throw CampaignApi.closed();
            case AnswerCampaign.Result.Invalid(var errors) ->
                page(
                        caller,
                        campaign,
                        store.answerOf(provider, id, caller.own()).orElse(null),
                        form,
                        errors,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case AnswerCampaign.Result.ChangedMeanwhile(var now) ->
                page(caller, campaign, now, form, List.of(), HttpStatus.CONFLICT);
        };
    }

    private ModelAndView page(
            Caller caller,
            Campaign campaign,
            @Nullable CampaignAnswer kept,
            CampaignForm form,
            List<FieldError> errors,
            HttpStatus status) {
        var page = new ModelAndView("together/campaigning/answer");
        boolean changed = status == HttpStatus.CONFLICT;
        page.setStatus(status);
        page.addObject("campaign", campaign);
        page.addObject("kept", kept);
        page.addObject("form", form);
        page.addObject("changed", changed);
        page.addObject(
                "version",
                changed ? Optional.ofNullable(kept).map(CampaignAnswer::version).orElse(0L) : form.version());
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("choices", answer.choices(campaign, provider(caller, campaign.id()), caller.own()));
        return page;
    }

    private static CampaignForm form(@Nullable CampaignAnswer kept) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("version", Long.toString(kept == null ? 0 : kept.version()));
        if (kept != null) {
            var reply = kept.reply();
            typed.add("answer", reply.evidence() == null ? NOTHING : "evidence");
            Optional.ofNullable(reply.evidence()).ifPresent(item -> typed.add("evidence", item.toString()));
            Optional.ofNullable(reply.nothingBecause()).ifPresent(reason -> typed.add("reason", reason));
        }
        return new CampaignForm(typed);
    }

    private Campaign campaign(Caller caller, UUID id) {
        return store.find(id, caller.own()).orElseThrow(() -> CampaignApi.notFound(id));
    }

    private static ProviderId provider(Caller caller, UUID id) {
        return caller.organisation().orElseThrow(() -> CampaignApi.notFound(id));
    }
}
