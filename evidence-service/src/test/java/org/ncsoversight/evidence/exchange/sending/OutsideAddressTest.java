package org.ncsoversight.evidence.exchange.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
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
                "https://[fec0::1]/x",
                "https://[::ffff:0:10.0.0.1]/x",
                "https://[::ffff:0:8.8.8.8]/x",
                "https://[64:ff9b::8.8.8.8]/x",
                "https://[2001:0:808:808::1]/x",
                "https://[2002:808:808::1]/x",
                "https://[2600:1::5efe:10.0.0.1]/x",
                "https://[2600:1::200:5efe:8.8.8.8]/x",
                "https://[2001:db8::1]/x",
                "https://[100::1]/x",
                "https://[5f00::1]/x",
                "https://192.0.2.1/x",
                "https://203.0.113.9/x"
            })
    void what_only_this_machine_can_reach_is_refused(String address) {
        assertThat(outside.objection(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/x",
                "ftp://8.8.8.8/x",
                "https:///x",
                "https://8.8.8.8:0/x",
                "https://8.8.8.8:65536/x",
                "https://8.8.8.8:99999/x",
                "https://me@8.8.8.8/x",
                "https://no-such-name.invalid/x",
                "mailto:someone"
            })
    void what_is_no_safe_web_address_is_refused(String address) {
        assertThat(outside.objection(URI.create(address))).isPresent();
        assertThat(outside(true).objection(URI.create(address))).isPresent();
    }

    @Test
    void an_outside_address_is_allowed() {
        assertThat(outside.objection(URI.create("https://8.8.8.8/events?x=1"))).isEmpty();
        assertThat(outside.objection(URI.create("https://[2600:1::1]/events"))).isEmpty();
    }

    @Test
    void this_machine_is_allowed_where_the_settings_say_so() {
        assertThat(outside(true).objection(URI.create("http://127.0.0.1:9999/x")))
                .isEmpty();
        assertThat(outside(true).objection(URI.create("https://10.0.0.1/x"))).isPresent();
    }

    @Test
    void of_this_machine_only_the_stated_ports_are_allowed() {
        for (String address : List.of(
                "http://127.0.0.1:8080/x",
                "http://localhost:27017/x",
                "http://127.0.0.1/x",
                "https://localhost/x",
                "http://127.0.0.1:8999/x",
                "http://127.0.0.1:10000/x")) {
            assertThat(outside(true).objection(URI.create(address)))
                    .as(address)
                    .hasValueSatisfying(why -> assertThat(why).contains("9000-9999"));
        }
        assertThat(outside(true).objection(URI.create("http://127.0.0.1:9000/x")))
                .isEmpty();
    }

    @Test
    void a_name_that_leads_out_and_in_at_once_is_refused() {
        var both = new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1")};
        var settings = Settings.with(true, "1-65535");

        assertThat(new OutsideAddress(settings, _ -> both).objection(URI.create("https://two.example/x")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0-9", "9-1", "1-65536", "a-b", "-1-5"})
    void a_range_that_is_none_stops_the_start(String range) {
        assertThatThrownBy(() -> PortRange.of(range)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OutsideAddress outside(boolean allowLoopback) {
        return new OutsideAddress(Settings.with(allowLoopback, "9000-9999"), InetAddress::getAllByName);
    }
}
