package org.ncsoversight.evidence.planning.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.People;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;

/** A self-assessment report as a document. */
final class AssessmentDocument {

    static final String REPLACES = "replaces";
    static final String VERSION = "version";
    static final String PROVIDER = "provider";
    static final String LIST_KEY = "listKey";
    static final String SIGNED = "signed";
    static final String SIGNATURE = "signature";
    static final String CONTENT = "content";

    private static final String SECTIONS = "sections";

    private AssessmentDocument() {}

    /** Where a section stands: codes hold dots, which field names should not. */
    static String field(SectionKey key) {
        return SECTIONS + "." + name(key);
    }

    private static String name(SectionKey key) {
        return key.value().replace('.', '_');
    }

    static Document of(SelfAssessment assessment) {
        var sections = new Document();
        assessment.sections().forEach((key, section) -> sections.append(name(key), section(section)));
        var document = new Document("_id", assessment.id().toString())
                .append(VERSION, assessment.version())
                .append(PROVIDER, assessment.provider().ukprn())
                .append(LIST_KEY, assessment.listKey())
                .append(SIGNED, assessment.isSigned())
                .append("edition", assessment.edition())
                .append("periodFrom", assessment.period().from().toString())
                .append("periodTo", assessment.period().to().toString())
                .append("number", assessment.number())
                .append(SECTIONS, sections)
                .append(
                        "started",
                        People.append(
                                new Document(
                                        "at", Date.from(assessment.started().at())),
                                assessment.started().by()));
        Optional.ofNullable(assessment.replaces())
                .ifPresent(replaces -> document.append(REPLACES, replaces.toString()));
        Optional.ofNullable(assessment.reason()).ifPresent(reason -> document.append("reason", reason));
        return document;
    }

    static SelfAssessment read(Document document) {
        @Nullable String replaces = document.getString(REPLACES);
        var started = document.get("started", Document.class);
        return new SelfAssessment(
                UUID.fromString(document.getString("_id")),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                document.getString("edition"),
                new Period(
                        LocalDate.parse(document.getString("periodFrom")),
                        LocalDate.parse(document.getString("periodTo"))),
                document.getInteger("number"),
                replaces == null ? null : UUID.fromString(replaces),
                document.getString("reason"),
                sections(document.get(SECTIONS, Document.class)),
                new SelfAssessment.Started(started.getDate("at").toInstant(), People.read(started)),
                signature(document.get(SIGNATURE, Document.class)));
    }

    static Document section(Section section) {
        return new Document(VERSION, section.version())
                .append("text", section.text())
                .append("strengths", section.strengths())
                .append("gaps", section.gaps())
                .append("at", Date.from(Objects.requireNonNullElse(section.at(), Instant.EPOCH)))
                .append("by", Objects.requireNonNullElse(section.by(), ""));
    }

    static Document signature(SelfAssessment.Signature signature) {
        return People.append(
                new Document("at", Date.from(signature.at())).append("contentHash", signature.contentHash()),
                signature.by());
    }

    private static Map<SectionKey, Section> sections(Document document) {
        var sections = new HashMap<SectionKey, Section>();
        for (String name : document.keySet()) {
            var section = document.get(name, Document.class);
            sections.put(
                    new SectionKey(name.replace('_', '.')),
                    new Section(
                            section.getLong(VERSION),
                            section.getString("text"),
                            section.getString("strengths"),
                            section.getString("gaps"),
                            section.getDate("at").toInstant(),
                            section.getString("by")));
        }
        return sections;
    }

    private static SelfAssessment.@Nullable Signature signature(@Nullable Document document) {
        return document == null
                ? null
                : new SelfAssessment.Signature(
                        document.getDate("at").toInstant(), People.read(document), document.getString("contentHash"));
    }
}
