package org.ncsoversight.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the specification of every process leaves out: a process that was given no token. */
class ManagementPortIT {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {KafkaAutoConfiguration.class, MongoAutoConfiguration.class})
    @Import(ManagementPort.class)
    static class AnyProcess {}

    @Test
    void without_a_token_metrics_are_refused_and_it_is_said_why_and_health_stays_open() throws Exception {
        try (var process = SpringApplication.run(
                AnyProcess.class,
                "--server.port=0",
                "--management.server.port=0",
                "--management.endpoints.web.exposure.include=health,prometheus")) {
            String port = process.getEnvironment().getRequiredProperty("local.management.port");

            var metrics = get(port, "/actuator/prometheus");
            assertThat(metrics.statusCode()).isEqualTo(403);
            assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(metrics.body()).contains("METRICS_TOKEN", "/problems/metrics-token");
            assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer ")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
