package org.ncsoversight.answers;

import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What every service refuses alike; a code never changes its meaning. */
public enum Fault {
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            "bad-request",
            "That request could not be read",
            "The request could not be read",
            "Nothing you sent was saved. Go back and try again."),
    BODY_NOT_JSON(
            HttpStatus.BAD_REQUEST,
            "body-not-json",
            "That request could not be read",
            "The body is not a JSON object of the right form",
            "Nothing you sent was saved. Go back and try again."),
    UPLOAD_BROKEN(
            HttpStatus.BAD_REQUEST,
            "upload-broken",
            "That request could not be read",
            "The upload ended too early",
            "The upload ended too early. Nothing you sent was saved. Go back and try again."),
    NOT_SIGNED_IN(
            HttpStatus.UNAUTHORIZED,
            "not-signed-in",
            "Sign in to use this page",
            "A valid access token is needed",
            "Sign in and try again."),
    NOT_ALLOWED(
            HttpStatus.FORBIDDEN,
            "not-allowed",
            "You cannot use this page",
            "Your role does not allow this",
            "Your role does not allow this. If you think it should, ask an administrator."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "not-found",
            "Page not found",
            "There is nothing here that you may see",
            "If you typed the web address, check it is correct. If you pasted it, check you copied all of it. What you"
                    + " look for may also be something that only others may see."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "That cannot be done here",
            "This method is not offered here",
            "Nothing you sent was saved. Go back and try again."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "not-acceptable",
            "That request could not be read",
            "None of the accepted types is offered here",
            "Go back and try again."),
    CHANGED_MEANWHILE(
            HttpStatus.PRECONDITION_FAILED,
            "changed-meanwhile",
            "This has changed",
            "It has changed since; nothing was changed",
            "Somebody changed this meanwhile. Nothing you sent was saved. Go back and look at it again."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "too-large",
            "That is too much to send at once",
            "The request is larger than this service takes; nothing was kept",
            "Nothing you sent was saved. Send less at once."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "That request could not be read",
            "This content type is not read here",
            "Nothing you sent was saved. Go back and try again."),
    INVALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "invalid",
            "That request could not be read",
            "Some fields are missing or wrong; see errors",
            "Something you chose or typed is not valid. Go back and try again."),
    IF_MATCH_MISSING(
            HttpStatus.PRECONDITION_REQUIRED,
            "if-match-missing",
            "That request could not be read",
            "Say with If-Match which version you looked at: its ETag",
            "Nothing you sent was saved. Go back and try again."),
    UNEXPECTED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "unexpected",
            "Sorry, there is a problem with the service",
            "Something went wrong here; it has been noted",
            "Try again later. Everything saved before is safe."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Sorry, the service is unavailable",
            "Nothing can be kept or shown for the moment. Try again in a minute",
            "Nothing can be kept or shown for the moment. Try again in a minute."),
    SIGN_IN_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "sign-in-unavailable",
            "Sorry, the service is unavailable",
            "The sign-in service does not answer, so we cannot check who you are. Try again in a minute",
            "The sign-in service does not answer, so we cannot check who you are. Nothing you sent was saved. Try again"
                    + " in a minute.");

    private final HttpStatus status;
    private final String code;
    private final String heading;
    private final String detail;
    private final String advice;

    Fault(HttpStatus status, String code, String heading, String detail, String advice) {
        this.status = status;
        this.code = code;
        this.heading = heading;
        this.detail = detail;
        this.advice = advice;
    }

    /** The one that a status alone stands for; one that nothing is known of is the sender's or ours. */
    public static Fault of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(fault -> fault.status.value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? BAD_REQUEST : UNEXPECTED);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What the page says first. */
    public String heading() {
        return heading;
    }

    /** For programs and those who write them. */
    public String detail() {
        return detail;
    }

    /** What a person can do. */
    public String advice() {
        return advice;
    }
}
