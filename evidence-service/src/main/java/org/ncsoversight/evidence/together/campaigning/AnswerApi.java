package org.ncsoversight.evidence.together.campaigning;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The own organisation's answer to a campaign, for programs. */
@RestController
class AnswerApi {

    private static final String PATH = CampaignApi.PATH + "/{id}/answer";

    /** An item's id, or why there is nothing to send. */
    record Sent(@Nullable String evidence, @Nullable String nothing) {}

    private final CampaignStore store;
    private final AnswerCampaign answer;

    AnswerApi(CampaignStore store, AnswerCampaign answer) {
        this.store = store;
        this.answer = answer;
    }

    @GetMapping(PATH)
    ResponseEntity<CampaignBody.Answer> own(Caller caller, @PathVariable UUID id) {
        return caller.organisation()
                .flatMap(provider -> store.answerOf(provider, id, caller.own()))
                .map(AnswerApi::body)
                .orElseThrow(() -> CampaignApi.notFound(id));
    }

    @PutMapping(PATH)
    ResponseEntity<CampaignBody.Answer> answer(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Sent sent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var command = new AnswerCampaign.Command(
                id,
                caller.organisation().orElseThrow(() -> CampaignApi.notFound(id)),
                IfMatch.version(ifMatch),
                Objects.requireNonNullElse(sent.evidence(), ""),
                sent.evidence() == null && sent.nothing() != null,
                Objects.requireNonNullElse(sent.nothing(), ""),
                caller.person(),
                caller.own());
        return switch (answer.answer(command)) {
            case AnswerCampaign.Result.Kept(var kept) -> body(kept);
            case AnswerCampaign.Result.NotFound() -> throw CampaignApi.notFound(id);
            case AnswerCampaign.Result.Closed() -> throw CampaignApi.closed();
            case AnswerCampaign.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case AnswerCampaign.Result.ChangedMeanwhile _ ->
                throw Problem.of(
                        ifMatch == null ? HttpStatus.CONFLICT : HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "A colleague has answered meanwhile");
        };
    }

    private static ResponseEntity<CampaignBody.Answer> body(CampaignAnswer answer) {
        return ResponseEntity.ok().eTag(Long.toString(answer.version())).body(CampaignBody.Answer.of(answer));
    }
}
