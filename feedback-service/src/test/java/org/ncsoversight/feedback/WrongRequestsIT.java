package org.ncsoversight.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.backing.WrongRequests;
import org.ncsoversight.backing.WrongRequests.Page;
import org.ncsoversight.backing.WrongRequests.Wrong;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class WrongRequestsIT {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        String database = Mongo.uriOfNewDatabase();
        properties.add("spring.mongodb.uri", () -> database);
        properties.add(
                "spring.kafka.bootstrap-servers",
                () -> Kafka.bootstrapServersWith("ncs.providers.v1", "ncs.feedback.v1"));
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens::jwksUri);
    }

    private static WrongRequests requests() {
        return new WrongRequests(
                Tokens.of("contract-manager"),
                List.of(new Page("/feedback", "provider"), new Page("/api/feedback/summary", "provider")),
                List.of("/feedback/shops/new", "/feedback/imports/new"),
                List.of("/api/feedback/shops", "/api/feedback/imports"));
    }

    static Stream<Wrong> wrong() {
        return requests().all();
    }

    static Stream<Page> pages() {
        return requests().pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void reading_the_head_alone_is_as_good_as_reading(Page page) throws IOException {
        assertThat(requests().headIsAsGoodAsGet(port, page)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void are_their_senders_fault_and_leave_the_log_quiet(Wrong wrong, CapturedOutput log) throws IOException {
        var answer = WrongRequests.ask(port, wrong);

        assertThat(answer.isRefusalOf(wrong) || (wrong.mayBeOverlooked() && answer.isFine()))
                .as(answer.text())
                .isTrue();
        assertThat(log.getAll()).doesNotContain("\tat ");
    }
}
