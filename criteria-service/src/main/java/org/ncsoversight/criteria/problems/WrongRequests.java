package org.ncsoversight.criteria.problems;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What server and framework could make no sense of is the sender's fault, whichever exception says so. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongRequests {

    @ExceptionHandler
    Object upload(MultipartException e, HttpServletRequest request) {
        return answer(
                e instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                request);
    }

    @ExceptionHandler
    Object fields(InvalidParameterException e, HttpServletRequest request) {
        return answer(HttpStatus.valueOf(e.getErrorCode()), request);
    }

    /** Brackets and dots in the name of a field mean something to the framework. */
    @ExceptionHandler(InvalidPropertyException.class)
    Object fieldName(HttpServletRequest request) {
        return answer(HttpStatus.BAD_REQUEST, request);
    }

    /** A body of any type is of none; the framework takes that for a mistake of ours. */
    @ExceptionHandler
    Object type(IllegalArgumentException e, HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.contains("*")) {
            throw e;
        }
        return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request);
    }

    // At once: on the way to the error page the same body would be read, and fail, again.
    private static Object answer(HttpStatus status, HttpServletRequest request) {
        return ErrorAnswers.answer(status, request.getRequestURI(), request);
    }
}
