package org.ncsoversight.evidence.presenting;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Writes every refusal and failure: RFC 9457 for programs, a page for people. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_IN_SECONDS = "10";

    private static final Map<Integer, String> HEADINGS = Map.of(
            401, "Sign in to use this page",
            403, "You cannot use this page",
            404, "Page not found",
            409, "This has changed",
            410, "This file was removed",
            413, "The files are too large",
            503, "Sorry, this is unavailable for the moment");

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request) {
        return answer(problem.detail(), request);
    }

    @ExceptionHandler
    Object notSignedIn(AuthenticationException e, HttpServletRequest request) {
        return answer(detail(HttpStatus.UNAUTHORIZED, "not-signed-in", "A valid access token is needed"), request);
    }

    @ExceptionHandler
    Object notAllowed(AccessDeniedException e, HttpServletRequest request) {
        return answer(detail(HttpStatus.FORBIDDEN, "not-allowed", "Your role does not allow this"), request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return answer(
                detail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "request-too-large",
                        "All files together are larger than this service takes. Nothing was kept"),
                request);
    }

    @ExceptionHandler(MultipartException.class)
    Object brokenUpload(HttpServletRequest request) {
        return answer(detail(HttpStatus.BAD_REQUEST, "upload-broken", "The upload ended too early"), request);
    }

    /** Fields that are too many or not encoded; the server says which. */
    @ExceptionHandler
    Object fields(InvalidParameterException e, HttpServletRequest request) {
        var status = HttpStatus.valueOf(e.getErrorCode());
        return answer(detail(status, code(status), "The fields of the request cannot be read"), request);
    }

    /** Brackets and dots in the name of a field mean something to the framework. */
    @ExceptionHandler(InvalidPropertyException.class)
    Object fieldName(HttpServletRequest request) {
        return answer(
                detail(HttpStatus.BAD_REQUEST, "bad-request", "A field has a name that no field has here"), request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(HttpServletRequest request) {
        return answer(
                detail(HttpStatus.BAD_REQUEST, "body-not-json", "The body is not a JSON object of the right form"),
                request);
    }

    /** A path with something that is no id names nothing; a parameter of the wrong form is a field error. */
    @ExceptionHandler
    Object wrongForm(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(Problem.notFound(String.valueOf(e.getValue())).detail(), request);
        }
        var error = new FieldError(e.getName(), e.getName() + "-not-a-number", "Must be a number");
        return answer(Problem.invalid(List.of(error)).detail(), request);
    }

    @ExceptionHandler
    Object storeAway(StoreAway e, HttpServletRequest request) {
        log.atError().setCause(e).log("Store away");
        return answer(
                detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-away",
                        "Nothing can be kept or shown for the moment. Try again in a minute"),
                request);
    }

    /** What Spring itself refuses keeps its status; anything else is our failure and tells the caller nothing. */
    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse refusal) {
            var status = refusal.getStatusCode();
            var detail = refusal.getBody();
            if (URI.create("about:blank")
                    .equals(Objects.requireNonNullElse(detail.getType(), URI.create("about:blank")))) {
                detail.setType(URI.create("/problems/" + code(status)));
            }
            return answer(detail, request);
        }
        if (hasAnyType(e, request)) {
            var status = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            return answer(detail(status, code(status), "The body must say what type it is of"), request);
        }
        log.atError().setCause(e).log("Request failed");
        return answer(detail(HttpStatus.INTERNAL_SERVER_ERROR, "failure", "This failed; it has been noted"), request);
    }

    /** A body of any type is of none; the framework takes that for a mistake of ours. */
    private static boolean hasAnyType(Exception e, HttpServletRequest request) {
        String type = request.getContentType();
        return e instanceof IllegalArgumentException && type != null && type.contains("*");
    }

    private static String code(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null
                ? "status-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ProblemDetail detail(HttpStatus status, String code, String text) {
        return Problem.of(status, code, text).detail();
    }

    private static Object answer(ProblemDetail problem, HttpServletRequest request) {
        problem.setInstance(URI.create(request.getRequestURI()));
        var status = HttpStatusCode.valueOf(problem.getStatus());
        var headers = new HttpHeaders();
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_IN_SECONDS);
        }
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (prefersPage(request)) {
            var page = new ModelAndView("presenting/problem", status);
            page.addObject("heading", HEADINGS.getOrDefault(problem.getStatus(), "Sorry, there is a problem"));
            page.addObject("detail", problem.getDetail());
            return page;
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean prefersPage(HttpServletRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.stream().anyMatch(type -> type.isConcrete() && type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
