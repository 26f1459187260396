package org.ncsoversight.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CallerAddressTest {

    private final CallerAddress addresses = new CallerAddress(Set.of("10.0.0.1", "10.0.0.2"));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, '', 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "10.0.0.1, 198.51.100.1, 198.51.100.1",
        "10.0.0.1, '6.6.6.6, 198.51.100.1', 198.51.100.1",
        "10.0.0.1, '6.6.6.6, 198.51.100.1, 10.0.0.2', 198.51.100.1",
        "10.0.0.1, '', 10.0.0.1",
        "10.0.0.1, no.address.example, unknown",
        "2001:db8:1:2:3:4:5:6, '', 20010db800010002",
        "2001:db8:1:2:ffff::1, '', 20010db800010002"
    })
    void only_a_proxy_of_ours_is_believed_and_only_about_the_last_step(String remote, String passed, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        if (!passed.isEmpty()) {
            request.addHeader("X-Forwarded-For", passed);
        }

        assertThat(addresses.of(request)).isEqualTo(address);
    }
}
