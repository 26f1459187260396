package org.ncsoversight.answers;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** An ending other than the wanted one: an RFC 9457 problem of a type with a stable code. Edges throw it or answer with it. */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;
    private static final String TYPE = "/problems/";

    private final String code;
    private String heading;
    private final String words;

    private Problem(HttpStatusCode status, String code, String detail, String heading, String words) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        setType(typeOf(code));
        this.code = code;
        this.heading = heading;
        this.words = words;
    }

    public static Problem of(Fault fault) {
        return new Problem(fault.status(), fault.code(), fault.detail(), fault.heading(), fault.advice());
    }

    /** With the words of what the status alone stands for. */
    public static Problem of(HttpStatusCode status) {
        Fault fault = Fault.of(status);
        return new Problem(status, fault.code(), fault.detail(), fault.heading(), fault.advice());
    }

    /** A fault of one service alone, in its own words. */
    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, Fault.of(status).heading(), sentence(detail));
    }

    /** The same for what does not exist and for what the caller may not see. */
    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, Fault.NOT_FOUND.code(), "There is no " + what);
    }

    public static Problem notFound() {
        return of(Fault.NOT_FOUND);
    }

    public static Problem invalid(List<FieldError> errors) {
        return of(Fault.INVALID).with("errors", errors);
    }

    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** The status says whether a stated precondition failed (412) or a race was lost (409). */
    public static Problem changedMeanwhile(HttpStatus status, String detail) {
        return of(status, Fault.CHANGED_MEANWHILE.code(), detail).headed(Fault.CHANGED_MEANWHILE.heading());
    }

    /** With one member more than every problem has. */
    public Problem with(String member, @Nullable Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /** What its page says first, where the status says too little. */
    public Problem headed(String text) {
        heading = text;
        return this;
    }

    public Problem retryAfter(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        return this;
    }

    public String code() {
        return code;
    }

    /** For endpoints that programs alone use. */
    public ResponseEntity<Object> answer() {
        return ResponseEntity.status(getStatusCode())
                .headers(getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(getBody());
    }

    public String heading() {
        return heading;
    }

    /** For people; a sentence. */
    public String words() {
        return words;
    }

    static URI typeOf(String code) {
        return URI.create(TYPE + code);
    }

    private static String sentence(String text) {
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
