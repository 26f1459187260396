package org.ncsoversight.gateway.trouble;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Something that keeps us from doing what was asked, in words for people and a stable code for machines. */
public record Trouble(
        HttpStatus status,
        String code,
        String heading,
        String detail,
        @Nullable Duration retryAfter) {

    private static final Duration SOON = Duration.ofSeconds(10);

    public static Trouble signedOut() {
        return trouble(HttpStatus.UNAUTHORIZED, "signed-out", "Sign in to continue", "A session or a token is needed.");
    }

    public static Trouble answersNotKept() {
        return trouble(
                HttpStatus.UNAUTHORIZED,
                "signed-out",
                "You were signed out; your answers were not saved",
                "They are too long to be kept here. Sign in in another tab, then go back to them in this one and send"
                        + " them again.");
    }

    public static Trouble nothingKept() {
        return trouble(
                HttpStatus.NOT_FOUND,
                "nothing-kept",
                "There are no answers of yours kept",
                "Answers are kept for half an hour, for the person who typed them, in the browser they were typed in.");
    }

    public static Trouble invalidToken() {
        return trouble(
                HttpStatus.UNAUTHORIZED, "invalid-token", "Sign in to continue", "The token is not valid or expired.");
    }

    public static Trouble signInAway() {
        return new Trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                "sign-in-away",
                "Sorry, you cannot sign in at the moment",
                "The sign-in service does not answer. Try again in a moment.",
                SOON);
    }

    public static Trouble signOutAway() {
        return new Trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                "sign-out-away",
                "You are signed out here only",
                "The sign-in service does not answer. On a shared computer, close the browser before you leave.",
                SOON);
    }

    public static Trouble signInFailed() {
        return trouble(
                HttpStatus.BAD_REQUEST,
                "sign-in-failed",
                "Sign-in did not work",
                "The sign-in took too long or was started in another window. Sign in again.");
    }

    public static Trouble partAway(String part) {
        return new Trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                "part-away",
                "Sorry, this part of the service is not available",
                part + " does not answer at the moment. Everything saved before is safe. "
                        + "If you were sending something, check whether it arrived before you send it again.",
                SOON);
    }

    public static Trouble starting() {
        return new Trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                "starting",
                "Sorry, the service is starting",
                "Nothing was done with this request. Try again in a moment.",
                SOON);
    }

    public static Trouble tooLarge(DataSize limit) {
        String most = limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toBytes() + " bytes";
        return trouble(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "What you sent is too large",
                "Up to " + most + " can be sent here at once. Nothing was saved.");
    }

    public static Trouble tooSlow() {
        return trouble(
                HttpStatus.REQUEST_TIMEOUT,
                "too-slow",
                "What you sent came too slowly",
                "Nothing was saved. Try again where the connection is better.");
    }

    public static Trouble tooMany(Duration wait) {
        return new Trouble(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "That was too much at once",
                "More requests came than anybody needs. Nothing was done with this one. Wait a moment, then try again.",
                wait);
    }

    public static Trouble fromElsewhere() {
        return trouble(
                HttpStatus.FORBIDDEN,
                "cross-site",
                "This was not sent from NCS Oversight",
                "The request came from another site and nothing was changed. Go back and try again from our page.");
    }

    /** Any other trouble, told from its status alone. */
    public static Trouble of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                trouble(
                        status,
                        "not-found",
                        "Page not found",
                        "If you typed the web address, check it is correct. If you pasted it, check you copied all of"
                                + " it.");
            case UNAUTHORIZED -> signedOut();
            case FORBIDDEN ->
                trouble(status, "forbidden", "You cannot use this page", "Your role does not include this page.");
            case BAD_REQUEST ->
                trouble(
                        status,
                        "bad-request",
                        "We could not read that",
                        "Something in the request is not as expected.");
            case METHOD_NOT_ALLOWED ->
                trouble(status, "method-not-allowed", "That cannot be done here", "This address does not take that.");
            default ->
                status.is4xxClientError()
                        ? trouble(status, "refused", "That did not work", "The request was refused.")
                        : trouble(
                                status,
                                "internal-error",
                                "Sorry, there is a problem with the service",
                                "Try again later. Everything saved before is safe.");
        };
    }

    private static Trouble trouble(HttpStatus status, String code, String heading, String detail) {
        return new Trouble(status, code, heading, detail, null);
    }
}
