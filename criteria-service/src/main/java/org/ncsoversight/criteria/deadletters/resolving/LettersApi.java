package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters by JSON; every change may be said twice. */
@RestController
@RequestMapping("/api/criteria/dead-letters")
class LettersApi {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private static final Duration KAFKA_AWAY = Duration.ofSeconds(30);
    private static final Pattern REQUEST = Pattern.compile("[!-~]{1,100}");

    record Page<T>(List<T> items, @Nullable String next) {}

    record ReasonBody(@Nullable String reason) {}

    private final LetterStore letters;
    private final CloseLetter closeLetter;
    private final CloseGroup closeGroup;

    LettersApi(LetterStore letters, CloseLetter closeLetter, CloseGroup closeGroup) {
        this.letters = letters;
        this.closeLetter = closeLetter;
        this.closeGroup = closeGroup;
    }

    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Optional<Letter.State> known = state(state);
        if (!state.isEmpty() && known.isEmpty()) {
            return Problem.of(HttpStatus.BAD_REQUEST, "bad-request", "A state is open, replayed or set-aside")
                    .answer();
        }
        int size = limit == null ? DEFAULT_LIMIT : Math.clamp(limit, 1, MAX_LIMIT);
        List<Letter> oneMore = letters.list(new LetterStore.Query(given(group), known, given(after)), size + 1);
        List<Letter> items = oneMore.stream().limit(size).toList();
        return ResponseEntity.ok(new Page<>(
                items.stream().map(letter -> LetterView.of(letter, null)).toList(),
                oneMore.size() > size ? items.getLast().sortKey() : null));
    }

    @GetMapping("/groups")
    Page<LetterView.Group> groups() {
        return new Page<>(letters.groups().stream().map(LetterView.Group::of).toList(), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(@PathVariable String id) {
        return letters.find(id)
                .<ResponseEntity<?>>map(this::whole)
                .orElseGet(() -> Problem.notFound("dead letter " + id).answer());
    }

    @PutMapping("/{id}/replay")
    ResponseEntity<?> replay(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return close(id, Letter.State.REPLAYED, "", ifMatch, caller);
    }

    @PutMapping("/{id}/set-aside")
    ResponseEntity<?> setAside(
            @PathVariable String id,
            @RequestBody ReasonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return close(id, Letter.State.SET_ASIDE, Objects.requireNonNullElse(body.reason, ""), ifMatch, caller);
    }

    /** Done in the background; the key makes the same request one piece of work. */
    @PutMapping("/groups/{group}/replay")
    ResponseEntity<?> replayAll(
            @PathVariable String group,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return closeAll(group, Letter.State.REPLAYED, "", key, caller);
    }

    @PutMapping("/groups/{group}/set-aside")
    ResponseEntity<?> setAllAside(
            @PathVariable String group,
            @RequestBody ReasonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return closeAll(group, Letter.State.SET_ASIDE, Objects.requireNonNullElse(body.reason, ""), key, caller);
    }

    private ResponseEntity<?> close(
            String id, Letter.State to, String reason, @Nullable String ifMatch, Caller caller) {
        var command = new CloseLetter.Command(id, to, reason, Versions.expected(ifMatch), caller.username());
        return switch (closeLetter.close(command)) {
            case CloseLetter.Result.Closed(var letter) -> whole(letter);
            case CloseLetter.Result.NotFound _ ->
                Problem.notFound("dead letter " + id).answer();
            case CloseLetter.Result.Invalid invalid ->
                Problem.invalid(invalid.problems()).answer();
            case CloseLetter.Result.ChangedMeanwhile(var letter) -> Problems.changedMeanwhile(letter.version());
            case CloseLetter.Result.AsideForGood _ ->
                Problem.of(HttpStatus.CONFLICT, "set-aside", "This was set aside for good; it is not sent again")
                        .answer();
            case CloseLetter.Result.CannotReplay cannot ->
                Problem.of(HttpStatus.CONFLICT, "cannot-replay", cannot.why()).answer();
            case CloseLetter.Result.Away _ -> unavailable();
        };
    }

    private ResponseEntity<?> closeAll(
            String group, Letter.State to, String reason, @Nullable String key, Caller caller) {
        String request = key == null ? UUID.randomUUID().toString() : key;
        if (!REQUEST.matcher(request).matches()) {
            return Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "bad-request",
                            "An Idempotency-Key is up to 100 printable characters")
                    .answer();
        }
        var command = new CloseGroup.Command(group, to, reason, request, caller.username());
        return switch (closeGroup.begin(command)) {
            case CloseGroup.Result.Begun(var begun) -> ResponseEntity.accepted().body(LetterView.Group.of(begun));
            case CloseGroup.Result.NotFound _ ->
                Problem.notFound("group of dead letters " + group).answer();
            case CloseGroup.Result.Invalid invalid ->
                Problem.invalid(invalid.problems()).answer();
            case CloseGroup.Result.Busy _ ->
                Problem.of(HttpStatus.CONFLICT, "busy", "Something is still being done about all of these")
                        .answer();
        };
    }

    private ResponseEntity<?> whole(Letter letter) {
        var record = letters.original(letter.id()).map(LetterView.Shown::of).orElse(null);
        return ResponseEntity.ok().eTag(Versions.tag(letter.version())).body(LetterView.of(letter, record));
    }

    private static ResponseEntity<Object> unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Kafka does not answer; nothing was changed, so try again")
                .retryAfter(KAFKA_AWAY)
                .answer();
    }

    static Optional<Letter.State> state(String word) {
        return Arrays.stream(Letter.State.values())
                .filter(state -> LetterView.word(state).equals(word))
                .findFirst();
    }

    static Optional<String> given(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }
}
