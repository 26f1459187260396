package org.ncsoversight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private final Seal seal = new Seal("secret", "purpose");

    @Test
    void what_was_sealed_is_read_by_us_alone() {
        String sealed = seal.close("text");

        assertThat(seal.open(sealed)).hasValue("text");
        assertThat(new Seal("secret", "purpose").open(sealed)).hasValue("text");
        assertThat(new Seal("secret", "other purpose").open(sealed)).isEmpty();
        assertThat(new Seal("other secret", "purpose").open(sealed)).isEmpty();
        assertThat(seal.close("text")).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "???", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anything_else_is_not_read(String other) {
        assertThat(seal.open(other)).isEmpty();
        assertThat(seal.open(seal.close("text") + other.strip().replaceAll("^$", "A")))
                .isEmpty();
    }
}
