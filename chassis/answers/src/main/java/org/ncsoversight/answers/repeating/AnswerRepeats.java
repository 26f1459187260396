package org.ncsoversight.answers.repeating;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.repeating.KeptAnswers.Answer;
import org.ncsoversight.answers.repeating.KeptAnswers.Claim;
import org.ncsoversight.answers.repeating.KeptAnswers.Holder;
import org.ncsoversight.documents.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before every POST of the API, behind the access rules: under a key once used it gives the earlier answer. */
final class AnswerRepeats extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger log = LoggerFactory.getLogger(AnswerRepeats.class);
    private static final Pattern KEY_FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");
    private static final List<String> HEADERS_THAT_MATTER =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Says nothing about the request itself, so that it may end otherwise next time. */
    private static final Set<Integer> NOT_KEPT = Set.of(
            HttpStatus.REQUEST_TIMEOUT.value(),
            HttpStatus.CONTENT_TOO_LARGE.value(),
            HttpStatus.TOO_MANY_REQUESTS.value());

    private final KeptAnswers kept;
    private final RequestsUnderWay underWay;
    private final RepeatSettings settings;
    private final Clock clock;
    private final Answers answers;

    AnswerRepeats(KeptAnswers kept, RequestsUnderWay underWay, RepeatSettings settings, Clock clock, Answers answers) {
        this.kept = kept;
        this.underWay = underWay;
        this.settings = settings;
        this.clock = clock;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String key = request.getHeader(KEY);
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || settings.byThemselves().contains(request.getRequestURI())
                || request.getUserPrincipal() == null
                || key == null
                || key.isBlank();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY).strip();
        if (!KEY_FORM.matcher(key).matches()) {
            answers.write(request, response, unfit());
            return;
        }
        if (settings.isSecret(request.getRequestURI())) {
            answers.write(request, response, unsupported());
            return;
        }
        DigestedRequest digested;
        try {
            digested = new DigestedRequest(request);
        } catch (IOException | ServletException | IllegalStateException _) {
            // An upload that cannot be read is refused by its endpoint, in its words.
            chain.doFilter(request, response);
            return;
        }
        String caller = request.getUserPrincipal().getName();
        Holder holder = underWay.next(name(caller, key));
        var now = clock.instant();
        switch (kept.claim(holder, now, now.plus(settings.keptFor()))) {
            case Claim.Granted(var seed) -> {
                Repeats.seed(request, seed);
                answer(holder, digested, response, chain);
            }
            case Claim.UnderWay() -> answers.write(request, response, inUse());
            case Claim.Answered(var earlier) -> repeat(earlier, digested, response);
        }
    }

    private void answer(Holder holder, DigestedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldResponse(
                response, Math.toIntExact(settings.largestAnswer().toBytes()));
        boolean keptNow = false;
        underWay.began(holder);
        try {
            chain.doFilter(request, held);
            keptNow = keep(holder, request, held);
        } finally {
            underWay.ended(holder);
            if (!keptNow) {
                release(holder);
            }
        }
        held.send();
    }

    /** Before it is sent: whoever has read an answer can rely on getting it again. */
    private boolean keep(Holder holder, DigestedRequest request, HeldResponse held) {
        int status = held.getStatus();
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value() || NOT_KEPT.contains(status) || !held.isWhole()) {
            return false;
        }
        try {
            var answer = new Answer(request.fingerprint(), status, headers(held), held.body());
            kept.keep(holder, answer, clock.instant().plus(settings.keptFor()));
            return true;
        } catch (IOException e) {
            log.atWarn().setCause(e).log("Answer not kept for repeats");
            return false;
        } catch (RuntimeException e) {
            rethrowUnlessUnavailable(e);
            log.atWarn().setCause(e).log("Answer not kept for repeats");
            return false;
        }
    }

    private void release(Holder holder) {
        try {
            kept.release(holder);
        } catch (RuntimeException e) {
            rethrowUnlessUnavailable(e);
            log.atWarn().setCause(e).log("Key not released; it comes free by itself");
        }
    }

    private static void rethrowUnlessUnavailable(RuntimeException e) {
        if (!Unavailable.is(e)) {
            throw e;
        }
    }

    private void repeat(Answer earlier, DigestedRequest request, HttpServletResponse response) throws IOException {
        if (!earlier.fingerprint().equals(request.fingerprint())) {
            answers.write(request, response, reused());
            return;
        }
        response.setStatus(earlier.status());
        earlier.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(earlier.bytes());
    }

    private static Problem unfit() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-unfit",
                "An Idempotency-Key has 1 to 255 printable ASCII characters");
    }

    private static Problem unsupported() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-unsupported",
                "What is answered here is not kept, so an Idempotency-Key would change nothing; nothing was done");
    }

    private static Problem inUse() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "idempotency-key-in-use",
                        "The first request under this Idempotency-Key is still under way. Try again in a moment")
                .retryAfter(SOON);
    }

    private static Problem reused() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request in the last 24 hours");
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : HEADERS_THAT_MATTER) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** Keys are kept as fingerprints: they may hold anything, and one caller's are not another's. */
    private static String name(String caller, String key) {
        return HexFormat.of().formatHex(Sha256.of(caller + '\n' + key));
    }
}
