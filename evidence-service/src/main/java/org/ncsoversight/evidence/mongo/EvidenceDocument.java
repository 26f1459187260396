package org.ncsoversight.evidence.mongo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Content;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.EvidenceState;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;

/** A piece of evidence as a document: what is queried stands at the top. */
final class EvidenceDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String PROVIDER = "provider";
    static final String STATE = "state";
    static final String CRITERIA = "criteria";
    static final String LIST_KEY = "listKey";
    static final String HISTORY = "history";
    static final String FILES = "files";

    private EvidenceDocument() {}

    static Document of(Evidence evidence) {
        var content = evidence.content();
        return new Document(ID, evidence.id().toString())
                .append(VERSION, evidence.version())
                .append(PROVIDER, evidence.provider().ukprn())
                .append(STATE, evidence.state().word())
                .append(
                        CRITERIA,
                        content.codes().stream().map(CriterionCode::value).toList())
                .append(LIST_KEY, evidence.listKey())
                .append("edition", content.edition())
                // In the order of criteria: codes hold dots, which field names should not.
                .append("textVersions", List.copyOf(content.criteria().values()))
                .append("title", content.title())
                .append("statement", content.statement())
                .append("voice", content.voice().word())
                .append("periodFrom", content.period().from().toString())
                .append("periodTo", content.period().to().toString())
                .append("reviewDate", content.reviewDate().toString())
                .append(
                        FILES,
                        evidence.files().stream().map(EvidenceDocument::file).toList())
                .append(
                        HISTORY,
                        evidence.history().stream().map(EvidenceDocument::step).toList());
    }

    static Evidence read(Document document) {
        return new Evidence(
                new EvidenceId(UUID.fromString(document.getString(ID))),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                content(document),
                list(document, FILES).stream().map(EvidenceDocument::file).toList(),
                EvidenceState.of(document.getString(STATE)).orElseThrow(),
                list(document, HISTORY).stream().map(EvidenceDocument::step).toList());
    }

    static Document step(Evidence.Step step) {
        var document = new Document("version", step.version())
                .append("state", step.state().word())
                .append("at", Date.from(step.at()))
                .append("subject", step.by().subject())
                .append("username", step.by().username());
        Optional.ofNullable(step.by().organisation())
                .ifPresent(organisation -> document.append("organisation", organisation.ukprn()));
        Optional.ofNullable(step.reason()).ifPresent(reason -> document.append("reason", reason));
        return document;
    }

    private static Content content(Document document) {
        var codes = document.getList(CRITERIA, String.class);
        var textVersions = document.getList("textVersions", Integer.class);
        var criteria = new TreeMap<CriterionCode, Integer>();
        for (int i = 0; i < codes.size(); i++) {
            criteria.put(new CriterionCode(codes.get(i)), textVersions.get(i));
        }
        return new Content(
                document.getString("edition"),
                criteria,
                document.getString("title"),
                document.getString("statement"),
                Voice.of(document.getString("voice")).orElseThrow(),
                new Period(day(document, "periodFrom"), day(document, "periodTo")),
                day(document, "reviewDate"));
    }

    private static LocalDate day(Document document, String field) {
        return LocalDate.parse(document.getString(field));
    }

    private static List<Document> list(Document document, String field) {
        return Objects.requireNonNullElse(document.getList(field, Document.class), new ArrayList<>());
    }

    private static Document file(EvidenceFile file) {
        return new Document("id", file.id().toString())
                .append("name", file.name())
                .append("type", file.type())
                .append("size", file.sizeInBytes())
                .append("sha256", file.sha256());
    }

    private static EvidenceFile file(Document document) {
        return new EvidenceFile(
                UUID.fromString(document.getString("id")),
                document.getString("name"),
                document.getString("type"),
                document.getLong("size"),
                document.getString("sha256"));
    }

    private static Evidence.Step step(Document document) {
        @Nullable String organisation = document.getString("organisation");
        return new Evidence.Step(
                document.getLong("version"),
                EvidenceState.of(document.getString("state")).orElseThrow(),
                document.getDate("at").toInstant(),
                new Person(
                        document.getString("subject"),
                        document.getString("username"),
                        organisation == null ? null : new ProviderId(organisation)),
                document.getString("reason"));
    }
}
