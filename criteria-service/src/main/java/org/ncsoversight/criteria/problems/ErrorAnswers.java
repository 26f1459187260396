package org.ncsoversight.criteria.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last word on whatever no endpoint answered: a page for people, a problem for programs. */
@Controller
class ErrorAnswers implements ErrorController {

    private record Answer(String code, String title, String detail) {}

    private static final String API = "/api/";

    private static final Answer NOT_FOUND =
            new Answer("not-found", "Page not found", "There is nothing here that you may see");

    private static final Answer UNEXPECTED =
            new Answer("unexpected", "Sorry, there is a problem with the service", "Something went wrong here");

    private static final Answer TOKENS_UNCHECKED = new Answer(
            ErrorCodes.TOKENS_UNCHECKED,
            "Sorry, the service is unavailable",
            "Whether you are signed in cannot be checked, because the sign-in service does not answer; try again");

    private static final Map<HttpStatus, Answer> ANSWERS = Map.of(
            HttpStatus.BAD_REQUEST,
            new Answer("bad-request", "That request could not be read", "The request could not be read"),
            HttpStatus.UNAUTHORIZED,
            new Answer("not-signed-in", "You are not signed in", "A valid access token is needed"),
            HttpStatus.FORBIDDEN,
            new Answer("not-allowed", "You cannot do this", "Your role does not allow this"),
            HttpStatus.NOT_FOUND,
            NOT_FOUND,
            HttpStatus.METHOD_NOT_ALLOWED,
            new Answer("method-not-allowed", "That request could not be read", "This method is not offered here"),
            HttpStatus.NOT_ACCEPTABLE,
            new Answer("not-acceptable", "That request could not be read", "None of the accepted types is offered"),
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            new Answer(
                    "unsupported-media-type", "That request could not be read", "This content type is not read here"),
            HttpStatus.CONTENT_TOO_LARGE,
            new Answer(
                    "too-large", "That is too much to send at once", "The request is larger than this service takes"),
            HttpStatus.SERVICE_UNAVAILABLE,
            new Answer(
                    "unavailable", "Sorry, the service is unavailable", "Something needed does not answer; try again"));

    @RequestMapping("${spring.web.error.path:/error}")
    Object answer(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        Answer answer = ErrorCodes.TOKENS_UNCHECKED.equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
                ? TOKENS_UNCHECKED
                : answerTo(status);
        return answer(
                status, answer, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), request);
    }

    static Object answer(HttpStatus status, String path, HttpServletRequest request) {
        return answer(status, answerTo(status), path, request);
    }

    private static Answer answerTo(HttpStatus status) {
        return ANSWERS.getOrDefault(status, status.is4xxClientError() ? NOT_FOUND : UNEXPECTED);
    }

    private static Object answer(HttpStatus status, Answer answer, String path, HttpServletRequest request) {
        if (!path.startsWith(API) && prefersHtml(request)) {
            return new ModelAndView("problems/problem", Map.of("title", answer.title, "code", answer.code), status);
        }
        ProblemDetail body = Problems.detail(status, answer.code, answer.detail);
        body.setInstance(URI.create(path));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static boolean prefersHtml(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types.stream()
                    .filter(type -> type.getQualityValue() > 0 && type.isConcrete())
                    .findFirst()
                    .map(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                    .orElse(false);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
