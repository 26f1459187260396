package org.ncsoversight.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.gateway.running.Caller;
import org.ncsoversight.gateway.running.RunningGateway;

class AddressLimitIT {

    /** More than any burst as shipped lets through, counted with what comes back meanwhile. */
    private static final int FLOOD = 6_000;

    private final RunningGateway gateway = RunningGateway.get();

    /** A request, named, and the last number of the address it comes from. */
    private static Arguments knock(int host, String name, Function<Caller, HttpResponse<String>> request) {
        return Arguments.of(Named.of(name, request), "203.0.113." + host);
    }

    static Stream<Arguments> whatever_strangers_can_send() {
        return Stream.of(
                knock(1, "start of signing in", stranger -> stranger.get("/oauth2/authorization/keycloak")),
                knock(2, "callback", stranger -> stranger.get("/login/oauth2/code/keycloak?code=a&state=b")),
                knock(3, "sign-out", stranger -> stranger.post("/sign-out", "application/x-www-form-urlencoded", "")),
                knock(
                        4,
                        "bad token",
                        stranger ->
                                stranger.with("Authorization", "Bearer a.b.c").get("/api/evidence/items")),
                knock(
                        5,
                        "other name",
                        stranger ->
                                stranger.get(stranger.gateway().url.replace("localhost", "127.0.0.1") + "/readiness")),
                knock(6, "strange address", stranger -> stranger.get("/strange;address")),
                knock(7, "calendar", stranger -> stranger.get("/api/criteria/calendar/guess.ics")),
                knock(8, "page", stranger -> stranger.get("/readiness")),
                knock(9, "asset", stranger -> stranger.get("/assets/gateway/icon.svg")));
    }

    @ParameterizedTest
    @MethodSource("whatever_strangers_can_send")
    void whoever_knocks_too_often_is_asked_to_wait_and_nobody_else_notices(
            Function<Caller, HttpResponse<String>> knock, String address) {
        var stranger = gateway.strangerAt(address).browsing();

        HttpResponse<String> refused = IntStream.range(0, FLOOD)
                .mapToObj(_ -> knock.apply(stranger))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(stranger.hasCookie("NCS_SESSION")).isFalse();
        assertThat(knock.apply(gateway.strangerAt("198.51.100.1").browsing()).statusCode())
                .isNotEqualTo(429);
    }

    @Test
    void people_and_machines_at_the_address_of_a_flood_go_on_working() {
        var person = gateway.person("analyst").with("X-Forwarded-For", "203.0.113.100");
        var machine = gateway.machine("analyst").with("X-Forwarded-For", "203.0.113.100");
        var stranger = gateway.strangerAt("203.0.113.100").browsing();

        IntStream.range(0, FLOOD)
                .filter(_ -> stranger.get("/nowhere").statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(stranger.get("/nowhere").statusCode()).isEqualTo(429);
        assertThat(person.get("/readiness").statusCode()).isEqualTo(200);
        assertThat(machine.get("/api/criteria/editions").statusCode()).isEqualTo(200);
    }

    @Test
    void good_tokens_are_no_burden_of_their_address() {
        var machine = gateway.machine("analyst").with("X-Forwarded-For", "203.0.113.101");

        long refused = IntStream.range(0, 2_500)
                .filter(_ -> machine.get("/api/criteria/editions").statusCode() != 200)
                .count();

        assertThat(refused).isZero();
    }
}
