package org.ncsoversight.evidence.planning.assessing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SelfAssessment;

class ReportDocxTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-03");

    @Test
    void headings_are_real_and_in_order() throws IOException {
        try (var document = written(report("Clients \u0000say\nso"), null)) {
            var headings = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getStyle() != null)
                    .toList();

            assertThat(headings)
                    .extracting(XWPFParagraph::getStyle)
                    .containsExactly(
                            "Title",
                            "Heading1",
                            "Heading1",
                            "Heading1",
                            "Heading2",
                            "Heading3",
                            "Heading3",
                            "Heading3",
                            "Heading3",
                            "Heading3",
                            "Heading1");
            assertThat(headings.get(4).getText()).isEqualTo("4.3 Feedback");
            assertThat(document.getStyles().getStyle("Heading2").getName()).isEqualTo("heading 2");
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "Clients say",
                            "so",
                            "The period has not ended: it ends on 3 March 2026.",
                            "Draft, not signed.");
        }
    }

    @Test
    void tables_have_header_rows_and_the_document_a_language_and_a_title() throws Exception {
        try (var document = written(
                report("Text"),
                new SelfAssessment.Signature(Instant.parse("2026-11-23T23:59:00Z"), Samples.LEAD, "ab".repeat(32)))) {
            assertThat(document.getTables())
                    .hasSize(4)
                    .allSatisfy(table ->
                            assertThat(table.getRow(0).isRepeatHeader()).isTrue());
            assertThat(document.getTables().getFirst().getText()).contains("Survey", "3 March 2026");
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Self-assessment report: Northmoor");
            assertThat(document.getStyle().xmlText()).contains("en-GB");
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("Signed by lead on 23 November 2026.");
        }
    }

    @Test
    void the_same_content_has_the_same_hash_and_comes_back_as_it_was() {
        var report = report("Text");
        var content = ReportJson.write(report);

        assertThat(ReportJson.read(content)).isEqualTo(report);
        assertThat(ReportJson.hash(ReportJson.write(ReportJson.read(content)))).isEqualTo(ReportJson.hash(content));
        assertThat(ReportJson.hash(ReportJson.write(report("Other")))).isNotEqualTo(ReportJson.hash(content));
        assertThat(content).contains("\"periodFrom\":\"2026-03-03\"");
    }

    @Test
    void a_report_that_was_signed_before_actions_were_gathered_can_still_be_read() {
        var old = ReportJson.write(report("Text")).replaceFirst("\"actions\":\\[[^]]*],", "");

        assertThat(ReportJson.read(old)
                        .elements()
                        .getFirst()
                        .criteria()
                        .getFirst()
                        .actions())
                .isEmpty();
    }

    private static XWPFDocument written(Report report, SelfAssessment.Signature signature) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ReportDocx.write(report, new ReportDocx.Front(signature, signature == null), bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Report report(String narrative) {
        var measure = new Report.Measure("actions-done", "Actions done", 1, 2, DAY);
        var criterion = new Report.CriterionPart(
                "4.3",
                "Feedback",
                List.of("client"),
                List.of(),
                List.of(new Report.Item("id", 2, "Survey", "client", DAY, DAY, DAY)),
                List.of(measure),
                List.of(new Report.Action("id", "Ask sooner", "in-progress", true, DAY)),
                narrative,
                "Strong",
                "");
        return new Report(
                "id",
                1,
                null,
                "99000001",
                "Northmoor",
                "matrix-ncs-4e",
                "Edition",
                DAY,
                DAY,
                "All is well",
                List.of(new Report.ElementPart(4, "Quality", "", List.of(criterion))),
                List.of(measure));
    }
}
