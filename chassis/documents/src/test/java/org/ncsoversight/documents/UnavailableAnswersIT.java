package org.ncsoversight.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

class UnavailableAnswersIT {

    private static final ConfigurableApplicationContext SERVICE =
            SpringApplication.run(AnyService.class, "--server.port=0");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = MongoAutoConfiguration.class)
    @Import({UnavailableAnswers.class, Endpoints.class})
    static class AnyService {

        @Bean
        UnavailableAnswer answer() {
            return (_, response) -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                response.getWriter().write("not now");
            };
        }

        @Bean
        FilterRegistrationBean<?> failing() {
            var filter = new FilterRegistrationBean<>((request, response, chain) -> {
                if (((HttpServletRequest) request).getRequestURI().equals("/in-a-filter")) {
                    throw new MongoTimeoutException("no server");
                }
                chain.doFilter(request, response);
            });
            filter.setName("failing");
            return filter;
        }
    }

    @Controller
    static class Endpoints {

        @GetMapping("/in-an-endpoint")
        void endpoint() {
            throw new IllegalStateException(new MongoTimeoutException("no server"));
        }

        @GetMapping("/after-the-first-bytes")
        void halfway(HttpServletResponse response) throws IOException {
            response.setContentType("text/csv");
            response.getOutputStream().write('x');
            throw new MongoTimeoutException("no server");
        }

        @GetMapping("/mistake")
        void mistake() {
            throw new IllegalStateException("ours");
        }
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        SERVICE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/in-an-endpoint", "/after-the-first-bytes", "/in-a-filter"})
    void wherever_the_database_is_missed_the_service_says_so(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.body()).isEqualTo("not now");
    }

    @Test
    void a_mistake_stays_one() throws Exception {
        assertThat(get("/mistake").statusCode()).isEqualTo(500);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = SERVICE.getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
