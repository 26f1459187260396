package org.ncsoversight.evidence.planning.threading;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.planning.threading.KeepThreads.Keeper;
import org.ncsoversight.evidence.planning.threading.KeepThreads.Result;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.presenting.WhoseProvider;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Golden threads for programs. */
@RestController
@RequestMapping("/api/evidence/threads")
class ThreadsApi {

    private static final String IF_MATCH = "If-Match";

    /** A thread as it is sent; the id is the sender's choice. */
    record Json(
            @Nullable UUID thread,
            @Nullable String name,
            @Nullable String template,
            @Nullable List<String> criteria,
            @Nullable String aim) {

        ThreadRules.Proposal proposal() {
            return new ThreadRules.Proposal(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(template, ""),
                    Objects.requireNonNullElse(criteria, List.of()),
                    Objects.requireNonNullElse(aim, ""));
        }
    }

    record Body(
            String thread,
            long version,
            String provider,
            String name,
            @Nullable String aim,
            String edition,
            @Nullable String template,
            boolean open,
            boolean whole,
            List<String> brokenAt,
            List<LinkBody> criteria) {}

    record LinkBody(String criterion, String hold, List<String> evidence) {}

    /**
     * Threads, and the aims of the aims register that no open thread stands for; all of one provider, or some of all and the
     * cursor for the next ones.
     */
    record Threads(
            List<Body> items,
            List<Map<String, String>> aimsWithoutThread,
            @Nullable String next) {}

    private final KeepThreads keepThreads;
    private final ViewThreads viewThreads;

    ThreadsApi(KeepThreads keepThreads, ViewThreads viewThreads) {
        this.keepThreads = keepThreads;
        this.viewThreads = viewThreads;
    }

    @GetMapping
    Threads list(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(required = false) @Nullable String after) {
        var whose = WhoseProvider.of(caller, provider);
        var page = viewThreads.page(whose, standing, Cursor.read(after), caller.visible());
        return new Threads(
                page.views().stream().map(ThreadsApi::body).toList(),
                whose.map(found -> viewThreads.aimsWithoutThread(found, caller.visible()).stream()
                                .map(row -> Map.of(
                                        "row",
                                        row.id().toString(),
                                        "aim",
                                        row.cells().text("aim")))
                                .toList())
                        .orElse(List.of()),
                page.next().map(Cursor::write).orElse(null));
    }

    @GetMapping("/{thread}")
    ResponseEntity<Body> one(Caller caller, @PathVariable UUID thread) {
        return viewThreads
                .one(thread, caller.visible())
                .map(view -> answer(view, HttpStatus.OK))
                .orElseThrow(() -> notFound(thread));
    }

    @PostMapping
    ResponseEntity<Body> create(Caller caller, HttpServletRequest request, @RequestBody Json json) {
        var id = Repeats.idOr(json.thread(), request);
        return answer(caller, id, keepThreads.create(keeper(caller), id, json.proposal()), null, HttpStatus.CREATED);
    }

    @PutMapping("/{thread}")
    ResponseEntity<Body> rename(
            Caller caller,
            @PathVariable UUID thread,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json json) {
        var result = keepThreads.rename(keeper(caller), thread, IfMatch.version(ifMatch), json.proposal());
        return answer(caller, thread, result, ifMatch, HttpStatus.OK);
    }

    @PostMapping("/{thread}/closure")
    ResponseEntity<Body> close(
            Caller caller,
            @PathVariable UUID thread,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        var result = keepThreads.setOpen(keeper(caller), thread, IfMatch.version(ifMatch), false);
        return answer(caller, thread, result, ifMatch, HttpStatus.OK);
    }

    @PostMapping("/{thread}/reopening")
    ResponseEntity<Body> reopen(
            Caller caller,
            @PathVariable UUID thread,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        var result = keepThreads.setOpen(keeper(caller), thread, IfMatch.version(ifMatch), true);
        return answer(caller, thread, result, ifMatch, HttpStatus.OK);
    }

    @PutMapping("/{thread}/evidence/{evidence}")
    ResponseEntity<Body> hang(Caller caller, @PathVariable UUID thread, @PathVariable UUID evidence) {
        var result = keepThreads.hang(keeper(caller), thread, new EvidenceId(evidence), true);
        return answer(caller, thread, result, null, HttpStatus.OK);
    }

    @DeleteMapping("/{thread}/evidence/{evidence}")
    ResponseEntity<Body> takeOff(Caller caller, @PathVariable UUID thread, @PathVariable UUID evidence) {
        var result = keepThreads.hang(keeper(caller), thread, new EvidenceId(evidence), false);
        return answer(caller, thread, result, null, HttpStatus.OK);
    }

    private ResponseEntity<Body> answer(
            Caller caller, UUID id, Result result, @Nullable String ifMatch, HttpStatus whenNew) {
        return switch (result) {
            case Result.Kept(var _, boolean changed) ->
                answer(viewThreads.one(id, caller.visible()).orElseThrow(), changed ? whenNew : HttpStatus.OK);
            case Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case Result.NotFound() -> throw notFound(id);
            case Result.ChangedMeanwhile(var now) -> {
                var problem = Problem.of(
                        IfMatch.statusWhenStale(ifMatch),
                        "changed-meanwhile",
                        "Thread %s has changed since; it is at version %d".formatted(id, now.version()));
                problem.detail().setProperty("version", now.version());
                throw problem;
            }
            case Result.IdTaken() ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "This id was used for another thread");
        };
    }

    private static ResponseEntity<Body> answer(ThreadView view, HttpStatus status) {
        var answer =
                ResponseEntity.status(status).eTag(Long.toString(view.thread().version()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api" + view.path()));
        }
        return answer.body(body(view));
    }

    private static Body body(ThreadView view) {
        var thread = view.thread();
        return new Body(
                thread.id().toString(),
                thread.version(),
                thread.provider().ukprn(),
                thread.naming().name(),
                thread.naming().aim() == null ? null : thread.naming().aim().toString(),
                thread.path().edition(),
                thread.path().template(),
                thread.open(),
                view.state().isWhole(),
                view.state().broken().stream().map(CriterionCode::value).toList(),
                view.state().links().stream()
                        .map(link -> new LinkBody(
                                link.criterion().value(),
                                ThreadView.word(link.hold()),
                                link.items().stream()
                                        .map(item -> item.id().toString())
                                        .toList()))
                        .toList());
    }

    private static Problem notFound(UUID thread) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no thread " + thread);
    }

    private static Keeper keeper(Caller caller) {
        return new Keeper(caller.organisation().orElseThrow(), caller.person(), caller.visible());
    }
}
