package org.ncsoversight.documents;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers 503 with Retry-After wherever the database is unavailable: in a controller before anybody else explains the
 * failure, and around everything for what pages, filters and converters meet.
 */
@Configuration(proxyBeanMethods = false)
public class UnavailableAnswers {

    /** Right after Spring Security's filters, so that what starts anew keeps the headers they add. */
    private static final int INSIDE_SECURITY = -99;

    private static final String RETRY_AFTER_IN_SECONDS = "10";

    @Bean
    WebMvcConfigurer unavailableInControllers(UnavailableAnswer answer) {
        var outages = new OutageLog(Clock.systemUTC());
        HandlerExceptionResolver resolver =
                (request, response, _, failure) -> resolve(request, response, failure, answer, outages);
        return new WebMvcConfigurer() {
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.addFirst(resolver);
            }
        };
    }

    @Bean
    FilterRegistrationBean<UnavailableFilter> unavailableElsewhere(UnavailableAnswer answer) {
        var filter = new FilterRegistrationBean<>(new UnavailableFilter(answer, new OutageLog(Clock.systemUTC())));
        filter.setOrder(INSIDE_SECURITY);
        return filter;
    }

    static void write(HttpServletRequest request, HttpServletResponse response, UnavailableAnswer answer)
            throws IOException, ServletException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_IN_SECONDS);
        answer.write(request, response);
    }

    private static @Nullable ModelAndView resolve(
            HttpServletRequest request,
            HttpServletResponse response,
            Exception failure,
            UnavailableAnswer answer,
            OutageLog outages) {
        if (!Unavailable.is(failure) || response.isCommitted()) {
            return null;
        }
        outages.say(failure);
        try {
            response.reset();
            write(request, response, answer);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
