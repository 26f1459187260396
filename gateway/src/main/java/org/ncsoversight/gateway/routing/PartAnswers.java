package org.ncsoversight.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Fault;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Reader;
import org.ncsoversight.gateway.keeping.SignInAgain;
import org.ncsoversight.gateway.limits.BodyTooLarge;
import org.ncsoversight.gateway.limits.BodyTooSlow;
import org.ncsoversight.gateway.limits.CallerGone;
import org.ncsoversight.gateway.shell.PageShell;
import org.ncsoversight.gateway.tokens.CallerToken;
import org.ncsoversight.gateway.trouble.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Turns what a part answers, or that it does not, into what the caller gets. */
@Component
class PartAnswers {

    private static final Logger log = LoggerFactory.getLogger(PartAnswers.class);

    private final CallerToken callerToken;
    private final PageShell shell;
    private final SignInAgain signInAgain;
    private final Answers troubles;
    private final ApplicationAvailability availability;

    PartAnswers(
            CallerToken callerToken,
            PageShell shell,
            SignInAgain signInAgain,
            Answers troubles,
            ApplicationAvailability availability) {
        this.availability = availability;
        this.signInAgain = signInAgain;
        this.callerToken = callerToken;
        this.shell = shell;
        this.troubles = troubles;
    }

    ServerResponse answer(Part part, ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        // The port is open some moments before the header filters of the routes are in place.
        if (availability.getLivenessState() != LivenessState.CORRECT) {
            return trouble(Trouble.starting());
        }
        if (OpenPaths.include(request.servletRequest())) {
            return ask(part, request, next);
        }
        return switch (callerToken.of(request.servletRequest())) {
            case CallerToken.Answer.Token(var value) -> {
                request.attributes().put(BackendRequestHeaders.TOKEN, value);
                yield ask(part, request, next);
            }
            case CallerToken.Answer.SignInAgain _ -> signInAgain.response();
            case CallerToken.Answer.ProviderAway _ -> trouble(Trouble.signInUnavailable());
        };
    }

    private ServerResponse ask(Part part, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            ServerResponse answer = next.handle(request);
            return answer instanceof BackendAnswer received && isForPerson(request)
                    ? forPerson(request, received)
                    : answer;
        } catch (UncheckedIOException e) {
            return trouble(noAnswer(part, e));
        }
    }

    private static boolean isForPerson(ServerRequest request) {
        return !request.path().startsWith("/api/");
    }

    private ServerResponse forPerson(ServerRequest request, BackendAnswer received) throws IOException {
        MediaType type = received.headers().getContentType();
        if (type != null && type.isCompatibleWith(MediaType.TEXT_HTML) && !isDownload(received)) {
            if (request.method().equals(HttpMethod.HEAD)) {
                received.drop();
                return shell.head(received);
            }
            return shell.around(received.read(shell.largestPage()), received, request.servletRequest());
        }
        if (received.statusCode().isError() && Reader.of(request.servletRequest()) == Reader.PERSON) {
            received.drop();
            return trouble(Problem.of(received.statusCode()));
        }
        return received;
    }

    // Somebody's file, whatever it says it is, must not become a page of ours.
    private static boolean isDownload(BackendAnswer received) {
        String policy = received.headers().getFirst("Content-Security-Policy");
        return received.headers().getContentDisposition().isAttachment()
                || (policy != null && policy.contains("sandbox"));
    }

    private Problem noAnswer(Part part, UncheckedIOException e) {
        var tooLarge = cause(e, BodyTooLarge.class);
        if (tooLarge != null) {
            return Trouble.tooLarge(tooLarge.limit());
        }
        if (cause(e, BodyTooSlow.class) != null) {
            return Trouble.tooSlow();
        }
        if (cause(e, CallerGone.class) != null) {
            return Problem.of(Fault.BAD_REQUEST);
        }
        log.atWarn()
                .addKeyValue("part", part)
                .addKeyValue("cause", String.valueOf(e.getCause()))
                .log("A part does not answer");
        return Trouble.partUnavailable(part.title());
    }

    private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
        for (Throwable next = e; next != null; next = next.getCause()) {
            if (type.isInstance(next)) {
                return type.cast(next);
            }
        }
        return null;
    }

    private ServerResponse trouble(Problem trouble) {
        return ServerResponse.status(trouble.getStatusCode()).build((request, response) -> {
            troubles.write(request, response, trouble);
            return null;
        });
    }
}
