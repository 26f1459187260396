package org.ncsoversight.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\u00A0",
                "\u200B\u00A0",
                "\u200D",
                "\u2060\uFEFF",
                "\u202E",
                "\u00AD",
                "\u2800",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\uFE0F",
                "\u034F",
                "\u3000",
                "\u2028",
                "\u0000",
                "\uDB40\uDC41",
            })
    void what_shows_nothing_is_nothing(String text) {
        assertThat(ShownText.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "\u200Ba", "概要", "👩🏽\u200D🏫", "é", "-", ".", "…", "عملاء"})
    void what_shows_something_stays_as_it_is(String text) {
        assertThat(ShownText.of(text)).isEqualTo(text);
    }
}
