package org.ncsoversight.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FieldLimitsTest {

    @Test
    void what_is_within_its_limits_passes() {
        assertThatNoException().isThrownBy(() -> {
            FieldLimits.checkVersion(1L);
            FieldLimits.checkVersion(1_000_000_000_000L);
            FieldLimits.checkSmall("element", 0);
            FieldLimits.checkSmall("element", 10_000);
            FieldLimits.checkWord("name", "x".repeat(1_000));
            FieldLimits.checkText("asks", null);
            FieldLimits.checkText("asks", "x".repeat(20_000));
            FieldLimits.checkDay("from", LocalDate.parse("1900-01-01"));
            FieldLimits.checkDay("from", LocalDate.parse("2999-12-31"));
            FieldLimits.checkList("criteria", Collections.nCopies(10_000, "1.1"));
        });
    }

    @Test
    void what_is_beyond_them_or_missing_is_refused_by_name() {
        assertRefused("version", () -> FieldLimits.checkVersion(null));
        assertRefused("version", () -> FieldLimits.checkVersion(0L));
        assertRefused("version", () -> FieldLimits.checkVersion(1_000_000_000_001L));
        assertRefused("element", () -> FieldLimits.checkSmall("element", -1));
        assertRefused("element", () -> FieldLimits.checkSmall("element", 10_001));
        assertRefused("name", () -> FieldLimits.checkWord("name", null));
        assertRefused("name", () -> FieldLimits.checkWord("name", "x".repeat(1_001)));
        assertRefused("asks", () -> FieldLimits.checkText("asks", "x".repeat(20_001)));
        assertRefused("from", () -> FieldLimits.checkDay("from", null));
        assertRefused("from", () -> FieldLimits.checkDay("from", LocalDate.parse("1899-12-31")));
        assertRefused("from", () -> FieldLimits.checkDay("from", LocalDate.parse("3000-01-01")));
        assertRefused("criteria", () -> FieldLimits.checkList("criteria", null));
        assertRefused("criteria", () -> FieldLimits.checkList("criteria", Collections.nCopies(10_001, "1.1")));
        assertRefused("criteria", () -> FieldLimits.checkList("criteria", Arrays.asList("1.1", null)));
        assertRefused("criteria", () -> FieldLimits.checkList("criteria", Collections.singletonList(null)));
        assertThatNoException().isThrownBy(() -> FieldLimits.checkList("criteria", List.of()));
    }

    private static void assertRefused(String field, ThrowingCallable check) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(check).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("field-refused");
            assertThat(refused.detail()).startsWith(field + " ");
        });
    }
}
