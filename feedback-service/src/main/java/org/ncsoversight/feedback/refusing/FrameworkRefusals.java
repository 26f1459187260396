package org.ncsoversight.feedback.refusing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the framework itself turns away, with a code like everything else. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrameworkRefusals {

    private final Refusals refusals;

    FrameworkRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "file-too-large");
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class})
    void unreadable(Exception refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(request, response, HttpStatus.BAD_REQUEST, "unreadable");
    }

    @ExceptionHandler({
        org.springframework.web.HttpRequestMethodNotSupportedException.class,
        org.springframework.web.HttpMediaTypeNotSupportedException.class,
        org.springframework.web.HttpMediaTypeNotAcceptableException.class,
        org.springframework.web.bind.ServletRequestBindingException.class,
        org.springframework.web.multipart.support.MissingServletRequestPartException.class,
        org.springframework.web.method.annotation.HandlerMethodValidationException.class,
        org.springframework.web.servlet.resource.NoResourceFoundException.class,
    })
    void turnedAway(Exception refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = refused instanceof ErrorResponse answer
                ? HttpStatus.valueOf(answer.getStatusCode().value())
                : HttpStatus.BAD_REQUEST;
        turnAway(request, response, status);
    }

    /** Fields that are too many or not encoded; the server says which. */
    @ExceptionHandler
    void fields(InvalidParameterException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        turnAway(request, response, HttpStatus.valueOf(refused.getErrorCode()));
    }

    /** Brackets and dots in the name of a field mean something to the framework. */
    @ExceptionHandler(InvalidPropertyException.class)
    void fieldName(HttpServletRequest request, HttpServletResponse response) throws IOException {
        turnAway(request, response, HttpStatus.BAD_REQUEST);
    }

    /** A body of any type is of none; the framework takes that for a mistake of ours. */
    @ExceptionHandler
    void type(IllegalArgumentException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String type = request.getContentType();
        if (type == null || !type.contains("*")) {
            throw failure;
        }
        turnAway(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        refusals.write(request, response, status, codeOf(status));
    }

    private static String codeOf(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
