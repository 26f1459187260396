package org.ncsoversight.evidence.exchange.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Übersicht 概要.pdf, Übersicht 概要.pdf",
        "../../etc/passwd, _.._.._etc_passwd",
        "a\\b:c*d?.txt, a_b_c_d_.txt",
        "CON.txt, _CON.txt",
        "nul, _nul",
        "console.txt, console.txt",
        ".hidden, _.hidden",
        "report.pdf..., report.pdf",
        "'', _",
    })
    void a_name_is_one_that_every_system_can_unpack(String name, String safe) {
        assertThat(new SafeNames(200).next(name)).isEqualTo(safe);
    }

    @Test
    void the_same_name_twice_gets_a_number_whatever_its_capitals() {
        var names = new SafeNames(200);

        assertThat(names.next("Survey.pdf")).isEqualTo("Survey.pdf");
        assertThat(names.next("survey.PDF")).isEqualTo("survey (2).PDF");
        assertThat(names.next("Survey.pdf")).isEqualTo("Survey (3).pdf");
        assertThat(names.next("survey (2).pdf")).isEqualTo("survey (2) (2).pdf");
    }

    @Test
    void a_long_name_is_cut_before_its_extension_and_never_within_a_character() {
        String cut = new SafeNames(200).next("概".repeat(200) + ".pdf");

        assertThat(cut).endsWith(".pdf").startsWith("概");
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(180);
        assertThat(cut).doesNotContain("\uFFFD");
    }

    @Test
    void a_name_fits_into_the_room_there_is_also_with_its_number() {
        var names = new SafeNames(20);

        assertThat(names.next("A very long name of a file.docx")).isEqualTo("A very long nam.docx");
        assertThat(names.next("A very long name of another.docx")).isEqualTo("A very long (2).docx");
        assertThat(names.next("😀".repeat(20))).isEqualTo("😀".repeat(10));
        assertThat(names.next("1. 2. 3. 4. 5. 6. 7. 8 more words")).isEqualTo("1. 2. 3. 4. 5. 6. 7");
    }
}
