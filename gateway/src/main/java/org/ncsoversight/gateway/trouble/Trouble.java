package org.ncsoversight.gateway.trouble;

import java.time.Duration;
import org.ncsoversight.answers.Fault;
import org.ncsoversight.answers.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** What keeps the front door from doing what was asked, in words of its own. */
public final class Trouble {

    private Trouble() {}

    public static Problem signedOut() {
        return trouble(
                HttpStatus.UNAUTHORIZED,
                Fault.NOT_SIGNED_IN.code(),
                "Sign in to continue",
                "A session or a token is needed.");
    }

    public static Problem answersNotKept() {
        return trouble(
                HttpStatus.UNAUTHORIZED,
                Fault.NOT_SIGNED_IN.code(),
                "You were signed out; your answers were not saved",
                "They are too long to be kept here. Sign in in another tab, then go back to them in this one and send"
                        + " them again.");
    }

    public static Problem nothingKept() {
        return trouble(
                HttpStatus.NOT_FOUND,
                "nothing-kept",
                "There are no answers of yours kept",
                "Answers are kept for half an hour, for the person who typed them, in the browser they were typed in.");
    }

    public static Problem invalidToken() {
        return trouble(
                HttpStatus.UNAUTHORIZED,
                Fault.NOT_SIGNED_IN.code(),
                "Sign in to continue",
                "The token is not valid or expired.");
    }

    public static Problem signInUnavailable() {
        return trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                Fault.SIGN_IN_UNAVAILABLE.code(),
                "Sorry, you cannot sign in at the moment",
                "The sign-in service does not answer. Try again in a moment.");
    }

    public static Problem signOutUnavailable() {
        return trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                "sign-out-unavailable",
                "You are signed out here only",
                "The sign-in service does not answer. On a shared computer, close the browser before you leave.");
    }

    public static Problem signInFailed() {
        return trouble(
                HttpStatus.BAD_REQUEST,
                "sign-in-failed",
                "Sign-in did not work",
                "The sign-in took too long or was started in another window. Sign in again.");
    }

    public static Problem partUnavailable(String part) {
        return trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                Fault.UNAVAILABLE.code(),
                "Sorry, this part of the service is not available",
                part + " does not answer at the moment. Everything saved before is safe. "
                        + "If you were sending something, check whether it arrived before you send it again.");
    }

    public static Problem starting() {
        return trouble(
                HttpStatus.SERVICE_UNAVAILABLE,
                Fault.UNAVAILABLE.code(),
                "Sorry, the service is starting",
                "Nothing was done with this request. Try again in a moment.");
    }

    public static Problem tooLarge(DataSize limit) {
        String most = limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toBytes() + " bytes";
        return trouble(
                HttpStatus.CONTENT_TOO_LARGE,
                Fault.TOO_LARGE.code(),
                "What you sent is too large",
                "Up to " + most + " can be sent here at once. Nothing was saved.");
    }

    public static Problem tooSlow() {
        return trouble(
                HttpStatus.REQUEST_TIMEOUT,
                "too-slow",
                "What you sent came too slowly",
                "Nothing was saved. Try again where the connection is better.");
    }

    public static Problem tooMany(Duration wait) {
        return trouble(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "That was too much at once",
                        "More requests came than anybody needs. Nothing was done with this one. Wait a moment, then"
                                + " try again.")
                .retryAfter(wait);
    }

    public static Problem fromElsewhere() {
        return trouble(
                HttpStatus.FORBIDDEN,
                "cross-site",
                "This was not sent from NCS Oversight",
                "The request came from another site and nothing was changed. Go back and try again from our page.");
    }

    private static Problem trouble(HttpStatus status, String code, String heading, String detail) {
        return Problem.of(status, code, detail).headed(heading);
    }
}
