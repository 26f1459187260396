package org.ncsoversight.evidence.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressTest {

    private final OutsideAddress outside = outside(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://10.1.2.3/x",
                "https://192.168.0.1/x",
                "https://172.16.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/x",
                "https://0.0.0.0/x",
                "https://0.1.2.3/x",
                "https://[fd00::1]/x",
                "https://[fe80::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://224.0.0.1/x",
                "https://192.0.0.8/x",
                "https://198.18.0.1/x",
                "https://255.255.255.255/x",
                "https://[64:ff9b::a00:1]/x",
                "https://[64:ff9b:1::a00:1]/x",
                "https://[2002:a00:1::1]/x",
                "https://[2001::1]/x",
                "https://[::10.0.0.1]/x",
                "https://[fec0::1]/x"
            })
    void what_only_this_machine_can_reach_is_refused(String address) {
        assertThat(outside.objection(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/x",
                "ftp://192.0.2.1/x",
                "https:///x",
                "https://192.0.2.1:0/x",
                "https://192.0.2.1:65536/x",
                "https://192.0.2.1:99999/x",
                "https://me@192.0.2.1/x",
                "https://no-such-name.invalid/x",
                "mailto:someone"
            })
    void what_is_no_safe_web_address_is_refused(String address) {
        assertThat(outside.objection(URI.create(address))).isPresent();
        assertThat(outside(true).objection(URI.create(address))).isPresent();
    }

    @Test
    void an_outside_address_is_allowed() {
        assertThat(outside.objection(URI.create("https://192.0.2.1/events?x=1")))
                .isEmpty();
    }

    @Test
    void this_machine_is_allowed_where_the_settings_say_so() {
        assertThat(outside(true).objection(URI.create("http://127.0.0.1:9999/x")))
                .isEmpty();
        assertThat(outside(true).objection(URI.create("https://10.0.0.1/x"))).isPresent();
    }

    private static OutsideAddress outside(boolean allowLoopback) {
        return new OutsideAddress(
                new WebhookSettings(allowLoopback, 10, 100, Duration.ofSeconds(1), Duration.ofDays(1)));
    }
}
