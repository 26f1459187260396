package org.ncsoversight.answers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Gives whatever the framework refuses, and whatever breaks, the form of our own answers. */
@ControllerAdvice
@Order(EveryFailure.AFTER_THE_SERVICES_OWN)
final class EveryFailure {

    static final int AFTER_THE_SERVICES_OWN = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final Logger log = LoggerFactory.getLogger(EveryFailure.class);

    private static final Set<String> OF_THE_CONTENT = Set.of(
            "content-type",
            "content-length",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-range",
            "etag",
            "last-modified");

    private final Answers answers;

    EveryFailure(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AsyncRequestNotUsableException) {
            return; // Whoever asked is gone.
        }
        if (response.isCommitted()) {
            throw failure; // Half an answer must not look like a whole one.
        }
        startAnew(response);
        answers.write(request, response, refusalOf(failure, request));
    }

    /** Whatever the endpoint began is forgotten; what filters said about every answer stays. */
    private static void startAnew(HttpServletResponse response) {
        var headers = new LinkedHashMap<String, List<String>>();
        response.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
        response.reset();
        headers.forEach((name, values) -> {
            if (!OF_THE_CONTENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
    }

    private static ErrorResponse refusalOf(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case ErrorResponse refusal when hasOwnType(refusal.getBody()) -> refusal;
            case BindException fields -> Problem.invalid(errorsIn(fields));
            case ErrorResponse refusal -> named(refusal);
            case AuthenticationException _ -> Problem.of(Fault.NOT_SIGNED_IN);
            case AccessDeniedException _ -> Problem.of(Fault.NOT_ALLOWED);
            case HttpMessageNotReadableException _ -> Problem.of(Fault.BODY_NOT_JSON);
            case MultipartException _ -> Problem.of(Fault.UPLOAD_BROKEN);
            // Fields that are too many or not encoded; the server says which.
            case InvalidParameterException fields -> Problem.of(HttpStatusCode.valueOf(fields.getErrorCode()));
            // Brackets and dots in the name of a field mean something to the framework.
            case InvalidPropertyException _ -> Problem.of(Fault.BAD_REQUEST);
            case MethodArgumentTypeMismatchException value -> wrongForm(value);
            // A body of any type is of none; the framework takes that for a mistake of ours.
            case IllegalArgumentException _ when hasAnyType(request) -> Problem.of(Fault.UNSUPPORTED_MEDIA_TYPE);
            default -> {
                log.atError()
                        .setCause(failure)
                        .addKeyValue("path", request.getRequestURI())
                        .log("Request failed");
                yield Problem.of(Fault.UNEXPECTED);
            }
        };
    }

    /** A path with something that is no id names nothing; a parameter of the wrong form is a field error. */
    private static Problem wrongForm(MethodArgumentTypeMismatchException value) {
        if (value.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound();
        }
        return Problem.invalid(List.of(error(value.getName(), isNumber(value.getRequiredType()))));
    }

    private static List<FieldError> errorsIn(BindException fields) {
        return fields.getFieldErrors().stream()
                .map(error -> error(error.getField(), isNumber(fields.getFieldType(error.getField()))))
                .toList();
    }

    private static FieldError error(String field, boolean number) {
        return number
                ? new FieldError(field, field + "-not-a-number", "Must be a number")
                : new FieldError(field, field + "-not-valid", "Is not of the right form");
    }

    private static boolean isNumber(@Nullable Class<?> type) {
        return type != null && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type));
    }

    private static boolean hasOwnType(ProblemDetail problem) {
        return problem.getType() != null && !problem.getType().toString().equals("about:blank");
    }

    /** What the framework says of it helps whoever writes the program, except which of our folders it looked into. */
    private static ErrorResponse named(ErrorResponse refusal) {
        Fault fault = Fault.of(refusal.getStatusCode());
        boolean tellsOfUs = fault == Fault.NOT_FOUND
                || fault == Fault.TOO_LARGE
                || fault.status().is5xxServerError();
        if (tellsOfUs || refusal.getBody().getDetail() == null) {
            return Problem.of(refusal.getStatusCode());
        }
        refusal.getBody().setType(Problem.typeOf(fault.code()));
        return refusal;
    }

    private static boolean hasAnyType(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.contains("*");
    }
}
