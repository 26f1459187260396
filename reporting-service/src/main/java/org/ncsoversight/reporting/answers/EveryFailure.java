package org.ncsoversight.reporting.answers;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives whatever Spring refuses, and whatever breaks, the same form as our own answers. */
@ControllerAdvice
class EveryFailure extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(EveryFailure.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        return answer(
                ((ServletWebRequest) request).getRequest(),
                headers,
                status,
                status == HttpStatus.NOT_FOUND ? "There is nothing here" : status.getReasonPhrase());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> broken(Exception e, HttpServletRequest request) {
        HttpStatus refused = refusal(e, request);
        if (refused != null) {
            return answer(request, new HttpHeaders(), refused, "The request cannot be read");
        }
        log.atError().setCause(e).addKeyValue("path", request.getRequestURI()).log("Request failed");
        return answer(
                request, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong, try again later");
    }

    /** What server and framework could make no sense of is the sender's fault, whichever exception says so. */
    private static @Nullable HttpStatus refusal(Exception e, HttpServletRequest request) {
        String type = request.getContentType();
        return switch (e) {
            case InvalidParameterException fields -> HttpStatus.valueOf(fields.getErrorCode());
            // Brackets and dots in the name of a field mean something to the framework.
            case InvalidPropertyException _ -> HttpStatus.BAD_REQUEST;
            case MultipartException _ -> HttpStatus.BAD_REQUEST;
            case IllegalArgumentException _
            when type != null && type.contains("*") -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> null;
        };
    }

    private static ResponseEntity<Object> answer(
            HttpServletRequest request, HttpHeaders headers, HttpStatus status, String detail) {
        return Answers.prefersPage(request)
                ? ResponseEntity.status(status)
                        .headers(headers)
                        .contentType(MediaType.TEXT_HTML)
                        .body(Answers.page(status, detail))
                : ResponseEntity.status(status)
                        .headers(headers)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Answers.problem(request, status, detail));
    }
}
