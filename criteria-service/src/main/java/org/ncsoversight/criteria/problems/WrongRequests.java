package org.ncsoversight.criteria.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    void upload(MultipartException e, HttpServletResponse response) throws IOException {
        HttpStatus status =
                e instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }

    @ExceptionHandler
    void parameters(InvalidParameterException e, HttpServletResponse response) throws IOException {
        response.sendError(e.getErrorCode());
    }

    /** Brackets and dots in the name of a field mean something to the framework. */
    @ExceptionHandler(InvalidPropertyException.class)
    void fieldName(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /** A body of any type is of none; the framework takes that for a mistake of ours. */
    @ExceptionHandler
    void type(IllegalArgumentException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.contains("*")) {
            throw e;
        }
        response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
    }
}
