package org.ncsoversight.evidence.planning.threading;

import java.net.URI;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.threading.KeepThreads.Keeper;
import org.ncsoversight.evidence.planning.threading.KeepThreads.Result;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One thread: whole or broken and where, and what can be hung on it. */
@Controller
class ThreadPage {

    private static final String THREAD = "/evidence/threads/{thread}";
    private static final int MOST_OFFERED_PER_CRITERION = 100;

    private final KeepThreads keepThreads;
    private final ViewThreads viewThreads;
    private final EvidenceStore items;
    private final KnownStandard standard;

    ThreadPage(KeepThreads keepThreads, ViewThreads viewThreads, EvidenceStore items, KnownStandard standard) {
        this.keepThreads = keepThreads;
        this.viewThreads = viewThreads;
        this.items = items;
        this.standard = standard;
    }

    @GetMapping(THREAD)
    ModelAndView show(Caller caller, @PathVariable UUID thread) {
        var view = view(caller, thread);
        boolean mayEdit = mayEdit(caller, view);
        Edition edition = standard.edition(view.thread().path().edition()).orElseThrow(Problem::criteriaNotYetKnown);
        var page = new ModelAndView("planning/threading/thread");
        page.addObject("view", view);
        page.addObject("edition", edition);
        page.addObject("drawing", ThreadDrawing.of(view.state(), edition));
        page.addObject("mayEdit", mayEdit);
        page.addObject("own", caller.person().belongsTo(view.thread().provider()));
        page.addObject("offered", mayEdit ? offered(caller, view) : List.of());
        return page;
    }

    /** The provider's items for criteria of the thread that do not hang on it yet, newest first; each criterion gets its turn. */
    private List<Evidence> offered(Caller caller, ThreadView view) {
        var path = view.thread().path();
        var filter = new EvidenceFilter(view.thread().provider(), null, null)
                .in(EnumSet.complementOf(EnumSet.of(EvidenceState.WITHDRAWN, EvidenceState.SUPERSEDED)));
        var slice = new EvidenceStore.Slice(EvidenceStore.Order.NEWEST_FIRST, null, MOST_OFFERED_PER_CRITERION);
        return path.criteria().stream()
                .flatMap(criterion ->
                        items.list(filter.about(path.edition(), criterion), slice, caller.visible()).items().stream())
                .distinct()
                .filter(item -> !view.thread().evidence().contains(item.id().value()))
                .sorted(Comparator.comparing(Evidence::listKey).reversed())
                .toList();
    }

    /** From the thread's page and from an item's page alike; back says to which to return. */
    @PostMapping("/evidence/threads/hanging")
    ResponseEntity<Void> hang(
            Caller caller,
            @RequestParam UUID thread,
            @RequestParam UUID evidence,
            @RequestParam(defaultValue = "on") String to,
            @RequestParam(defaultValue = "thread") String back) {
        var result = keepThreads.hang(keeper(caller), thread, new EvidenceId(evidence), !to.equals("off"));
        return after(result, back.equals("item") ? "/evidence/" + evidence : "/evidence/threads/" + thread);
    }

    @PostMapping(THREAD + "/closure")
    ResponseEntity<Void> close(Caller caller, @PathVariable UUID thread, @RequestParam long version) {
        return after(keepThreads.setOpen(keeper(caller), thread, version, false), "/evidence/threads/" + thread);
    }

    @PostMapping(THREAD + "/reopening")
    ResponseEntity<Void> reopen(Caller caller, @PathVariable UUID thread, @RequestParam long version) {
        return after(keepThreads.setOpen(keeper(caller), thread, version, true), "/evidence/threads/" + thread);
    }

    @GetMapping(THREAD + "/edit")
    ModelAndView form(Caller caller, @PathVariable UUID thread) {
        var view = view(caller, thread);
        if (!mayEdit(caller, view)) {
            throw notFound(thread);
        }
        var naming = view.thread().naming();
        return form(
                caller,
                view.thread(),
                naming.name(),
                naming.aim() == null ? "" : naming.aim().toString(),
                List.of());
    }

    @PostMapping(THREAD + "/edit")
    Object rename(
            Caller caller,
            @PathVariable UUID thread,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed) {
        String name = Objects.requireNonNullElse(typed.getFirst("name"), "");
        String aim = Objects.requireNonNullElse(typed.getFirst("aim"), "");
        var proposal = new ThreadRules.Proposal(name, "", List.of(), aim);
        return switch (keepThreads.rename(keeper(caller), thread, version, proposal)) {
            case Result.Kept(var kept, var _) -> seeOther("/evidence/threads/" + kept.id());
            case Result.Invalid(var errors) -> form(caller, view(caller, thread).thread(), name, aim, errors);
            case Result.ChangedMeanwhile(var now) -> {
                var page = form(
                        caller,
                        now,
                        name,
                        aim,
                        List.of(new FieldError(
                                "name",
                                "changed-meanwhile",
                                "Someone else changed this thread meanwhile; it is called “%s” now. Check before you save"
                                        .formatted(now.naming().name()))));
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
            case Result.NotFound(), Result.IdTaken() -> throw notFound(thread);
        };
    }

    private ModelAndView form(Caller caller, GoldenThread thread, String name, String aim, List<FieldError> errors) {
        var page = new ModelAndView("planning/threading/thread-form");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("thread", thread);
        page.addObject("name", name);
        page.addObject("aim", aim);
        page.addObject("aims", viewThreads.aims(thread.provider(), caller.visible()));
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private ThreadView view(Caller caller, UUID thread) {
        return viewThreads.one(thread, caller.visible()).orElseThrow(() -> notFound(thread));
    }

    private static boolean mayEdit(Caller caller, ThreadView view) {
        return caller.may(Capability.DRAFT)
                && caller.person().belongsTo(view.thread().provider());
    }

    private static ResponseEntity<Void> after(Result result, String address) {
        return switch (result) {
            case Result.Kept(var _, var _) -> seeOther(address);
            case Result.ChangedMeanwhile(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "Someone else changed this thread meanwhile; it is at version %d. Go back and look at it again"
                                .formatted(now.version()));
            case Result.NotFound(), Result.IdTaken() ->
                throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thread or item");
            case Result.Invalid(var errors) -> throw Problem.invalid(errors);
        };
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private static Problem notFound(@Nullable UUID thread) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no thread " + thread);
    }

    private static Keeper keeper(Caller caller) {
        return new Keeper(caller.organisation().orElseThrow(), caller.person(), caller.visible());
    }
}
