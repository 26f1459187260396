package org.ncsoversight.answers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every way a request can fail, by a program and by a person. */
class ProblemAnswersIT {

    private static final ConfigurableApplicationContext SERVICE =
            SpringApplication.run(AnyService.class, "--server.port=0");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = MongoAutoConfiguration.class)
    @Import({ProblemAnswers.class, Endpoints.class})
    static class AnyService {

        @Bean
        ProblemPage page() {
            return ProblemPage.withLink("/things", "Go to things");
        }

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) {
            return http.csrf(AbstractHttpConfigurer::disable)
                    .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                    .build();
        }

        @Bean
        FilterRegistrationBean<?> failing() {
            var filter = new FilterRegistrationBean<>((request, response, chain) -> {
                ((HttpServletResponse) response).setHeader("X-On-Every-Answer", "yes");
                if (((HttpServletRequest) request).getRequestURI().endsWith("/refused-in-a-filter")) {
                    ((HttpServletResponse) response).sendError(HttpStatus.CONTENT_TOO_LARGE.value());
                } else {
                    chain.doFilter(request, response);
                }
            });
            filter.setName("failing");
            return filter;
        }
    }

    record Thing(String name) {}

    @Controller
    static class Endpoints {

        @GetMapping({"/api/things/{id}", "/things/{id}"})
        ResponseEntity<String> thing(@PathVariable int id, @RequestParam(defaultValue = "1") int limit) {
            throw Problem.notFound("thing " + id);
        }

        @PostMapping(
                path = {"/api/things", "/things"},
                consumes = "application/json")
        @ResponseBody
        Thing keep(@RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/api/own")
        ResponseEntity<?> own() {
            return Problem.of(HttpStatus.CONFLICT, "already-there", "It is there")
                    .with("version", 3)
                    .answer();
        }

        @GetMapping({"/api/changed", "/changed"})
        void changed() {
            throw Problem.changedMeanwhile(HttpStatus.CONFLICT, "It is at version 3");
        }

        @GetMapping("/api/invalid")
        void invalid() {
            throw Problem.invalid("name", "name-missing", "Enter a name");
        }

        @GetMapping({"/api/mistake", "/mistake"})
        void mistake(HttpServletResponse response) throws IOException {
            response.setHeader("Content-Disposition", "attachment");
            response.getWriter().write("<b>half");
            throw new IllegalStateException("ours");
        }

        @GetMapping({"/api/forbidden", "/forbidden"})
        void forbidden() {
            throw new AccessDeniedException("no");
        }

        @GetMapping({"/api/busy", "/busy"})
        void busy() {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Others are <at> it")
                    .headed("Sorry, others are here")
                    .retryAfter(Duration.ofMillis(1_500));
        }
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        SERVICE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things/7, 404, not-found",
        "/api/things/seven, 404, not-found",
        "/api/nothing, 404, not-found",
        "/api/things, 405, method-not-allowed",
        "/api/own, 409, already-there",
        "/api/changed, 409, changed-meanwhile",
        "/api/invalid, 422, invalid",
        "/api/things/7?limit=many, 422, invalid",
        "/api/mistake, 500, unexpected",
        "/api/forbidden, 403, not-allowed",
        "/api/busy, 503, busy",
        "/api/refused-in-a-filter, 413, too-large",
        "/error, 404, not-found"
    })
    void a_program_gets_a_problem_whatever_it_accepts(String path, int status, String code) throws Exception {
        for (String accept : new String[] {"application/json", "*/*", "text/html", "image/png"}) {
            if (path.startsWith("/api/") || !accept.equals("text/html")) {
                var answer = get(path, accept);

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                JsonNode problem = JSON.readTree(answer.body());
                assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
                assertThat(problem.get("status").asInt()).isEqualTo(status);
                assertThat(problem.get("title").asString()).isNotEmpty();
                assertThat(problem.get("detail").asString()).isNotEmpty();
                assertThat(problem.get("instance").asString()).isEqualTo(path.replaceFirst("\\?.*", ""));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/things/7, 404, Page not found",
        "/nothing, 404, Page not found",
        "/changed, 409, This has changed",
        "/mistake, 500, 'Sorry, there is a problem with the service'",
        "/forbidden, 403, You cannot use this page",
        "/busy, 503, 'Sorry, others are here'",
        "/refused-in-a-filter, 413, That is too much to send at once"
    })
    void a_person_gets_a_page(String path, int status, String heading) throws Exception {
        var answer = get(path, "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.headers().allValues("X-On-Every-Answer")).containsExactly("yes");
        assertThat(answer.body())
                .contains("<title>" + heading + "</title>", "<h1 class=\"govuk-heading-l\">" + heading + "</h1>")
                .contains("<main class=\"govuk-main-wrapper\" id=\"main-content\">", "href=\"/things\">Go to things<")
                .doesNotContain("<b>half");
    }

    @Test
    void nothing_on_a_page_is_taken_for_html() throws Exception {
        assertThat(get("/busy", "text/html").body()).contains("Others are &lt;at&gt; it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"name\":|400|body-not-json",
                "*/*|{}|415|unsupported-media-type",
                "application/xml|<a/>|415|unsupported-media-type",
                "nonsense|{}|415|unsupported-media-type",
                "application/x-www-form-urlencoded|a=%zz|415|unsupported-media-type"
            })
    void a_body_that_cannot_be_read_is_its_senders_fault(String type, String body, int status, String code)
            throws Exception {
        var answer = post("/api/things", type, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("type").asString()).isEqualTo("/problems/" + code);
    }

    @Test
    void own_members_stand_beside_the_usual_ones() throws Exception {
        assertThat(JSON.readTree(get("/api/own", "*/*").body()).get("version").asInt())
                .isEqualTo(3);
        assertThat(JSON.readTree(get("/api/invalid", "*/*").body())
                        .get("errors")
                        .toString())
                .isEqualTo("[{\"field\":\"name\",\"code\":\"name-missing\",\"message\":\"Enter a name\"}]");
        assertThat(JSON.readTree(get("/api/things/7?limit=many", "*/*").body())
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("limit-not-a-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/busy", "/busy"})
    void what_passes_says_when_to_come_back(String path) throws Exception {
        assertThat(get(path, "text/html").headers().firstValue("Retry-After")).contains("1");
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return HTTP.send(to(path).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                to(path).header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        String port = SERVICE.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
