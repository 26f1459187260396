package org.ncsoversight.evidence.planning.assessing.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SelfAssessment;

/** The report as a Word document: real headings, linked contents, tables with header rows, language and title set. */
public final class ReportDocx {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    /** What is not in the content: who signed it, and whether its period was still running then. */
    public record Front(SelfAssessment.@Nullable Signature signature, boolean beforeItsEnd) {}

    private static final String MEASURES_AS_OF =
            "Registers are counted as they stand on the day that is named, not over the period of this report.";

    private final DocxWriter docx;
    private final Report report;

    private ReportDocx(DocxWriter docx, Report report) {
        this.docx = docx;
        this.report = report;
    }

    public static void write(Report report, Front front, OutputStream to) throws IOException {
        String title = "Self-assessment report: " + report.provider();
        try (var docx = new DocxWriter(title)) {
            var writer = new ReportDocx(docx, report);
            writer.front(title, front);
            writer.contents();
            writer.body();
            docx.writeTo(to);
        }
    }

    private void front(String title, Front front) {
        docx.title(title);
        docx.paragraph("UKPRN " + report.ukprn());
        docx.paragraph("Period: " + day(report.periodFrom()) + " to " + day(report.periodTo()));
        docx.paragraph("Edition of the Standard: " + report.editionTitle());
        if (report.number() > 1) {
            docx.paragraph("Version " + report.number() + ", because: " + report.reason());
        }
        docx.paragraph("Criteria covered by accepted evidence in every voice asked for: %d of %d"
                .formatted(report.criteriaCovered(), report.criteriaInAll()));
        if (front.beforeItsEnd()) {
            docx.paragraph("The period has not ended: it ends on " + day(report.periodTo()) + ".");
        }
        var signature = front.signature();
        if (signature == null) {
            docx.paragraph("Draft, not signed.");
        } else {
            docx.paragraph("Signed by %s on %s."
                    .formatted(
                            signature.by().username(),
                            day(signature.at().atZone(England.ZONE).toLocalDate())));
            docx.paragraph("SHA-256 of the content as signed: " + signature.contentHash());
        }
        docx.paragraph("This is the provider’s own assessment. It is not a judgement of an assessor.");
    }

    private void contents() {
        docx.heading(1, "Contents", "contents");
        docx.link("Overall", "overall");
        for (var element : report.elements()) {
            docx.link("Element " + element.number() + ": " + element.title(), "element" + element.number());
            element.criteria()
                    .forEach(criterion ->
                            docx.link(criterion.code() + " " + criterion.title(), bookmark(criterion.code())));
        }
        docx.link("Measures", "measures");
    }

    private void body() {
        docx.heading(1, "Overall", "overall");
        docx.text(report.overall(), "Nothing was written.");
        for (var element : report.elements()) {
            docx.heading(1, "Element " + element.number() + ": " + element.title(), "element" + element.number());
            docx.text(element.narrative(), "");
            element.criteria().forEach(this::criterion);
        }
        docx.heading(1, "Measures", "measures");
        measures(report.measures(), "No register has counted anything yet.");
    }

    private void criterion(Report.CriterionPart criterion) {
        docx.heading(2, criterion.code() + " " + criterion.title(), bookmark(criterion.code()));
        docx.text(criterion.narrative(), "");
        docx.heading(3, "Strengths", null);
        docx.text(criterion.strengths(), "None were named.");
        docx.heading(3, "Gaps", null);
        docx.text(criterion.gaps(), "None were named.");
        if (!criterion.voicesMissing().isEmpty()) {
            docx.paragraph("No accepted evidence in the period from: " + String.join(", ", criterion.voicesMissing()));
        }
        docx.heading(3, "Evidence", null);
        if (criterion.items().isEmpty()) {
            docx.paragraph("There is no accepted evidence in the period.");
        } else {
            docx.table(
                    List.of("Title", "Voice", "Period covered", "Review date"),
                    criterion.items().stream()
                            .map(item -> List.of(
                                    item.title(),
                                    item.voice(),
                                    day(item.periodFrom()) + " to " + day(item.periodTo()),
                                    day(item.reviewDate())))
                            .toList());
        }
        if (!criterion.actions().isEmpty()) {
            docx.heading(3, "Improvement actions", null);
            docx.table(
                    List.of("Action", "State", "Due"),
                    criterion.actions().stream()
                            .map(action ->
                                    List.of(action.title(), action.state().replace('-', ' '), day(action.dueOn())))
                            .toList());
        }
        if (!criterion.measures().isEmpty()) {
            docx.heading(3, "Measures", null);
            measures(criterion.measures(), "");
        }
    }

    private void measures(List<Report.Measure> measures, String ifNone) {
        if (measures.isEmpty()) {
            docx.paragraph(ifNone);
            return;
        }
        docx.paragraph(MEASURES_AS_OF);
        docx.table(
                List.of("Measure", "How many", "Of", "Counted on"),
                measures.stream()
                        .map(measure -> List.of(
                                measure.title(),
                                Long.toString(measure.numerator()),
                                Long.toString(measure.denominator()),
                                day(measure.asOf())))
                        .toList());
    }

    private static String bookmark(String code) {
        return "criterion" + code.replace('.', '_');
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
