package org.ncsoversight.evidence.together.campaigning;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for programs. */
@RestController
public class CampaignApi {

    static final String PATH = "/api/evidence/campaigns";

    private static final int LONGEST_PAGE = 200;

    /** Some campaigns, newest first, and the cursor for the next ones while there are any. */
    record Campaigns(List<CampaignBody> campaigns, @Nullable String next) {}

    /** Who has come how far: how many, and each. */
    record Answers(Map<String, Long> counts, List<CampaignBody.Line> answers) {}

    /** Why, and for an extension until when. */
    record Change(@Nullable String due, @Nullable String reason) {}

    private final CampaignStore store;
    private final AskProviders ask;
    private final Overview overview;

    CampaignApi(CampaignStore store, AskProviders ask, Overview overview) {
        this.store = store;
        this.ask = ask;
        this.overview = overview;
    }

    @GetMapping(PATH)
    Campaigns list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var page = store.list(open, Cursor.read(after), limit, caller.visible());
        return new Campaigns(
                page.campaigns().stream()
                        .map(campaign -> CampaignBody.of(campaign, caller.visible()))
                        .toList(),
                page.next().map(Cursor::write).orElse(null));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<CampaignBody> one(Caller caller, @PathVariable UUID id) {
        var campaign = store.find(id, caller.visible()).orElseThrow(() -> notFound(id));
        return ResponseEntity.ok()
                .eTag(Long.toString(campaign.version()))
                .body(CampaignBody.of(campaign, caller.visible()));
    }

    @GetMapping(PATH + "/{id}/answers")
    Answers answers(Caller caller, @PathVariable UUID id) {
        var campaign = store.find(id, caller.visible()).orElseThrow(() -> notFound(id));
        var rows = overview.rows(campaign, caller.visible());
        var counts = new TreeMap<String, Long>();
        Overview.counts(rows).forEach((progress, count) -> counts.put(progress.word(), count));
        return new Answers(counts, rows.stream().map(CampaignBody::line).toList());
    }

    @PostMapping(PATH)
    ResponseEntity<CampaignBody> create(Caller caller, HttpServletRequest request, @RequestBody CampaignInput input) {
        return answer(ask.create(input, target(caller, id(input, request), null)), caller, null);
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<CampaignBody> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody CampaignInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(ask.edit(input, target(caller, id, ifMatch)), caller, ifMatch);
    }

    @PostMapping(PATH + "/{id}/extension")
    ResponseEntity<CampaignBody> extend(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Change change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var result = ask.extend(text(change.due()), text(change.reason()), target(caller, id, ifMatch));
        return answer(result, caller, ifMatch);
    }

    @PostMapping(PATH + "/{id}/closure")
    ResponseEntity<CampaignBody> close(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Change change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(ask.close(text(change.reason()), target(caller, id, ifMatch)), caller, ifMatch);
    }

    public static Problem notFound(UUID id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no campaign " + id);
    }

    public static Problem closed() {
        return Problem.of(HttpStatus.CONFLICT, "campaign-closed", "This campaign is closed");
    }

    public static Problem answeredAlready() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "answered-already",
                "A provider has answered, so what is asked stays as it is. Extend or close the campaign, or start"
                        + " another");
    }

    private ResponseEntity<CampaignBody> answer(AskProviders.Result result, Caller caller, @Nullable String ifMatch) {
        return switch (result) {
            case AskProviders.Result.Kept(var campaign) -> {
                var answer = campaign.version() == 1
                        ? ResponseEntity.created(URI.create(PATH + "/" + campaign.id()))
                        : ResponseEntity.ok();
                yield answer.eTag(Long.toString(campaign.version())).body(CampaignBody.of(campaign, caller.visible()));
            }
            case AskProviders.Result.KeptBefore(var campaign) ->
                ResponseEntity.ok()
                        .eTag(Long.toString(campaign.version()))
                        .body(CampaignBody.of(campaign, caller.visible()));
            case AskProviders.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case AskProviders.Result.IdTaken(var id) ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "Another campaign has the id " + id);
            case AskProviders.Result.NotFound() ->
                throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such campaign");
            case AskProviders.Result.AnsweredAlready _ -> throw answeredAlready();
            case AskProviders.Result.Closed _ -> throw closed();
            case AskProviders.Result.ChangedMeanwhile(var now) ->
                throw Problem.of(
                        IfMatch.statusWhenStale(ifMatch),
                        "changed-meanwhile",
                        "The campaign has changed since; it is at version %d".formatted(now.version()));
            case AskProviders.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    private static AskProviders.Target target(Caller caller, UUID id, @Nullable String ifMatch) {
        return new AskProviders.Target(id, IfMatch.version(ifMatch), caller.person(), caller.visible());
    }

    private static UUID id(CampaignInput input, HttpServletRequest request) {
        if (input.campaign() == null) {
            return Repeats.idOr(null, request);
        }
        return EvidenceId.of(input.campaign())
                .map(EvidenceId::value)
                .orElseThrow(() -> Problem.invalid(
                        List.of(new FieldError("campaign", "campaign-not-a-uuid", "The id must be a UUID"))));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
