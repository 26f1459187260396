package org.ncsoversight.evidence.presenting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class AttachmentTest {

    @Test
    void a_name_in_any_script_is_read_back_as_it_was() {
        for (String name : new String[] {
            "report.pdf",
            "Übersicht 概要 (3) [final] – v2.pdf",
            "تقرير العملاء.pdf",
            "דוח.docx",
            "👩🏽‍🏫 lesson 🏴󠁧󠁢󠁷󠁬󠁳󠁿.png",
            "100% \"sure\" \\ really's; filename=x.exe.txt",
        }) {
            assertThat(ContentDisposition.parse(Attachment.named(name)).getFilename())
                    .isEqualTo(name);
        }
    }

    @Test
    void a_program_that_knows_only_ascii_gets_a_name_too_and_nothing_breaks_out_of_it() {
        assertThat(Attachment.named("Ü \"a\".pdf\r\nX: 1"))
                .isEqualTo("attachment; filename=\"_ _a_.pdf__X: 1\";"
                        + " filename*=UTF-8''%C3%9C%20%22a%22.pdf%0D%0AX%3A%201");
    }
}
