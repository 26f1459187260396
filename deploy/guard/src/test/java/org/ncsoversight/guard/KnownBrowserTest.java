package org.ncsoversight.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownBrowserTest {

    private final KnownBrowser browser = with("a key of the realm, long enough");

    @Test
    void a_mark_is_good_for_the_user_it_was_made_for_under_the_key_it_was_made_with() {
        String sealed = browser.newMark("lead");

        assertThat(browser.mark("lead", sealed)).contains(sealed.substring(0, sealed.indexOf('.')));
        assertThat(browser.mark("manager", sealed)).isEmpty();
        assertThat(with("another key").mark("lead", sealed)).isEmpty();
        assertThat(browser.newMark("lead")).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "mark", "mark.", "mark.seal", ".seal"})
    void what_somebody_made_up_is_not(String made) {
        assertThat(browser.mark("lead", made)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2:ffff::1, 20010db800010002",
        "fe80::1%eth0, fe80000000000000"
    })
    void one_household_is_one_address(String remote, String address) {
        assertThat(Address.of(remote)).isEqualTo(address);
    }

    private static KnownBrowser with(String key) {
        return new KnownBrowser(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
    }
}
