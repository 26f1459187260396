package org.ncsoversight.evidence.registers.registering.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void notes_are_passed_over_and_counted_however_many_they_are() {
        byte[] file = ("# note\r\n\"# quoted\"\r\n" + "#\n".repeat(400_000) + "Name,Age\nA,1\n")
                .getBytes(StandardCharsets.UTF_8);

        var grid = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> CsvRows.read(file, 10));

        assertThat(grid).isEqualTo(new RowFile.Grid(400_003, List.of(List.of("Name", "Age"), List.of("A", "1"))));
    }
}
