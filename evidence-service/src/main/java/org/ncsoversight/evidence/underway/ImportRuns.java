package org.ncsoversight.evidence.underway;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells how far an import under way is, and what became of it. */
@Component
public class ImportRuns {

    private static final String API = "/api";
    private static final String API_PATH = "/api/evidence/imports/";
    private static final String SECONDS_TO_WAIT = "2";

    private final ImportRunStore store;
    private final JsonMapper json;
    private final Clock clock;

    ImportRuns(ImportRunStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** That it goes on, and where it is told how far. */
    public ResponseEntity<Object> accepted(ImportRun run) {
        return ResponseEntity.accepted()
                .location(URI.create(API_PATH + run.id()))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .body(ImportRunBody.of(run, json, clock.instant()));
    }

    /** To the page that tells how far it is. */
    public static ResponseEntity<Void> lookAt(String path, ImportRun run) {
        return seeOther(path + "/" + run.id());
    }

    public Optional<ResponseEntity<Object>> told(Caller caller, UUID id) {
        return store.find(id, caller.own()).map(run -> {
            var answer = ResponseEntity.ok();
            if (run.state(clock.instant()) == ImportRun.State.RUNNING) {
                answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            }
            return answer.body(ImportRunBody.of(run, json, clock.instant()));
        });
    }

    /** What it would have been answered with at once, when it went well. */
    public <T> Optional<T> result(Caller caller, UUID id, Class<T> type) {
        return store.find(id, caller.own())
                .filter(run -> run.state(clock.instant()) == ImportRun.State.DONE)
                .map(ImportRun::ending)
                .map(ending -> json.readValue(ending.body(), type));
    }

    /** The page of the result where it has one, else how far it is, which looks again by itself, or what was wrong. */
    public Optional<Object> page(Caller caller, UUID id, HttpServletResponse response) {
        return store.find(id, caller.own()).map(run -> page(run, response));
    }

    private Object page(ImportRun run, HttpServletResponse response) {
        var ending = run.ending();
        if (ending != null && ending.location() != null && ending.location().startsWith(API)) {
            return seeOther(ending.location().substring(API.length()));
        }
        var state = run.state(clock.instant());
        if (state == ImportRun.State.RUNNING) {
            // A header, because only the main part of a page passes the gateway.
            response.setHeader("Refresh", SECONDS_TO_WAIT);
        }
        var page = new ModelAndView("underway/import-run");
        page.addObject("run", run);
        page.addObject("state", state.word());
        page.addObject("problems", ending == null ? List.of() : problems(json.readTree(ending.body())));
        return page;
    }

    private static List<String> problems(JsonNode body) {
        var problems = new ArrayList<String>();
        for (JsonNode error : body.path("errors")) {
            problems.add(error.path("message").asString(""));
        }
        if (problems.isEmpty()) {
            problems.add(body.path("detail").asString("The import was not taken"));
        }
        return problems;
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
