package org.ncsoversight.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.intake.Fixture;

class ReceivedFileTest {

    @Test
    void a_name_keeps_any_script_and_loses_its_path() {
        assertThat(name("C:\\Users\\me\\Übersicht 概要 تقرير.pdf")).isEqualTo("Übersicht 概要 تقرير.pdf");
        assertThat(name("../../etc/passwd")).isEqualTo("passwd");
    }

    @Test
    void joiners_of_words_and_of_emoji_stay() {
        for (String name :
                new String[] {"👩\u200D🏫 plan.pdf", "می\u200Cخواهم.pdf", "🏴󠁧󠁢󠁷󠁬󠁳󠁿.png", "a (1) [b] – c.pdf"}) {
            assertThat(name(name)).isEqualTo(name);
        }
    }

    @Test
    void what_breaks_headers_or_turns_names_around_is_gone() {
        assertThat(name("a\r\nb\u0000.pdf")).isEqualTo("ab.pdf");
        assertThat(name("exe\u202Efdp.txt")).isEqualTo("exefdp.txt");
    }

    private static String name(String sent) {
        return Fixture.file(sent, "x").name();
    }
}
