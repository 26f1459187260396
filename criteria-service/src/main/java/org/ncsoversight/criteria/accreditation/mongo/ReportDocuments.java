package org.ncsoversight.criteria.accreditation.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport.Signature;
import org.ncsoversight.criteria.accreditation.model.AssessmentType;
import org.ncsoversight.criteria.accreditation.model.Finding;
import org.ncsoversight.criteria.accreditation.model.Interviewed;
import org.ncsoversight.criteria.accreditation.model.Recommendation;
import org.ncsoversight.criteria.accreditation.model.ReportContent;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;

/** How assessor reports look inside documents. */
final class ReportDocuments {

    static final String PROVIDER = "provider";
    static final String SIGNED = "signed";

    private ReportDocuments() {}

    static Document document(AssessmentReport report) {
        return new Document(Writes.ID, report.id().toString())
                .append("series", report.series().toString())
                .append("revision", report.revision())
                .append(Writes.VERSION, report.version())
                .append(PROVIDER, report.provider().value())
                .append("content", document(report.content()))
                .append("reason", report.reason())
                .append("writtenBy", report.writtenBy())
                .append(SIGNED, report.signed())
                .append("signedBy", report.signature().map(Signature::by).orElse(null))
                .append(
                        "signedAt",
                        report.signature()
                                .map(signature -> Date.from(signature.at()))
                                .orElse(null))
                .append("correctedBy", report.correctedBy().map(UUID::toString).orElse(null));
    }

    private static Document document(ReportContent content) {
        var interviewed = new Document();
        content.interviewed().forEach((group, number) -> interviewed.append(group.code(), number));
        return new Document("type", content.type().code())
                .append("edition", content.edition().value())
                .append("assessor", content.assessor())
                .append("from", content.from().map(LocalDate::toString).orElse(null))
                .append("to", content.to().map(LocalDate::toString).orElse(null))
                .append("scope", content.scope())
                .append("interviewed", interviewed)
                .append(
                        "findings",
                        content.findings().entrySet().stream()
                                .map(entry -> document(entry.getKey(), entry.getValue()))
                                .toList())
                .append(
                        "narratives",
                        content.narratives().entrySet().stream()
                                .map(entry -> new Document("element", entry.getKey()).append("text", entry.getValue()))
                                .toList())
                .append(
                        "recommendation",
                        content.recommendation().map(Recommendation::code).orElse(null));
    }

    private static Document document(CriterionCode code, Finding finding) {
        return new Document("criterion", code.value())
                .append("met", finding.met().orElse(null))
                .append("text", finding.text())
                .append("strengths", finding.strengths())
                .append("improvements", finding.improvements())
                .append(
                        "evidence",
                        finding.evidence().stream().map(UUID::toString).toList());
    }

    static AssessmentReport report(Document document) {
        return new AssessmentReport(
                UUID.fromString(document.getString(Writes.ID)),
                UUID.fromString(document.getString("series")),
                document.getInteger("revision"),
                document.getLong(Writes.VERSION),
                new Ukprn(document.getString(PROVIDER)),
                content(document.get("content", Document.class)),
                document.getString("reason"),
                document.getString("writtenBy"),
                Optional.ofNullable(document.getString("signedBy"))
                        .map(by ->
                                new Signature(by, document.getDate("signedAt").toInstant())),
                Optional.ofNullable(document.getString("correctedBy")).map(UUID::fromString));
    }

    private static ReportContent content(Document document) {
        Map<Interviewed, Integer> interviewed = new EnumMap<>(Interviewed.class);
        Document numbers = document.get("interviewed", Document.class);
        for (Interviewed group : Interviewed.values()) {
            Optional.ofNullable(numbers.getInteger(group.code())).ifPresent(number -> interviewed.put(group, number));
        }
        var findings = new TreeMap<CriterionCode, Finding>();
        document.getList("findings", Document.class)
                .forEach(finding -> findings.put(CriterionCode.of(finding.getString("criterion")), finding(finding)));
        var narratives = new TreeMap<Integer, String>();
        document.getList("narratives", Document.class)
                .forEach(told -> narratives.put(told.getInteger("element"), told.getString("text")));
        return new ReportContent(
                AssessmentType.parse(document.getString("type")).orElseThrow(),
                new EditionId(document.getString("edition")),
                document.getString("assessor"),
                Optional.ofNullable(document.getString("from")).map(LocalDate::parse),
                Optional.ofNullable(document.getString("to")).map(LocalDate::parse),
                document.getString("scope"),
                interviewed,
                findings,
                narratives,
                Optional.ofNullable(document.getString("recommendation")).flatMap(Recommendation::parse));
    }

    private static Finding finding(Document document) {
        return new Finding(
                Optional.ofNullable(document.getBoolean("met")),
                document.getString("text"),
                document.getList("strengths", String.class),
                document.getList("improvements", String.class),
                document.getList("evidence", String.class).stream()
                        .map(UUID::fromString)
                        .toList());
    }
}
