package org.ncsoversight.evidence.items.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;

/** What a piece of evidence says, as fields of a document: of the item itself and of each of its revisions. */
final class ContentDocument {

    static final String CRITERIA = "criteria";

    private static final String EDITION = "edition";
    private static final String TEXT_VERSIONS = "textVersions";
    private static final String REFERENCES = "references";

    private ContentDocument() {}

    static Document of(Content content) {
        return new Document()
                .append(
                        CRITERIA,
                        content.codes().stream().map(CriterionCode::value).toList())
                .append(EDITION, content.edition())
                // In the order of criteria: codes hold dots, which field names should not.
                .append(TEXT_VERSIONS, List.copyOf(content.criteria().values()))
                .append(
                        REFERENCES,
                        content.references().stream()
                                .map(ContentDocument::reference)
                                .toList())
                .append("title", content.title())
                .append("statement", content.statement())
                .append("voice", content.voice().word())
                .append("kind", content.kind().word())
                .append("periodFrom", content.period().from().toString())
                .append("periodTo", content.period().to().toString())
                .append("reviewDate", content.reviewDate().toString())
                .append("classification", content.classification().word())
                .append("owner", content.owner())
                .append("link", content.link())
                .append("document", content.document())
                .append(
                        "threads",
                        content.threads().stream().map(UUID::toString).toList());
    }

    /** What was kept before there were kinds is a document if it has files, and an account if it has none. */
    static Content read(Document document, boolean hasFiles) {
        return new Content(
                document.getString(EDITION),
                references(document),
                document.getString("title"),
                document.getString("statement"),
                Voice.of(document.getString("voice")).orElseThrow(),
                kind(document, hasFiles),
                new Period(day(document, "periodFrom"), day(document, "periodTo")),
                day(document, "reviewDate"),
                classification(document),
                document.getString("owner"),
                document.getString("link"),
                document.getString("document"),
                threads(document));
    }

    private static Document reference(Reference reference) {
        return new Document(EDITION, reference.edition())
                .append("code", reference.code().value())
                .append("textVersion", reference.textVersion());
    }

    static SortedSet<Reference> references(Document document) {
        var references = new TreeSet<Reference>();
        if (document.containsKey(REFERENCES)) {
            document.getList(REFERENCES, Document.class)
                    .forEach(reference -> references.add(new Reference(
                            reference.getString(EDITION),
                            new CriterionCode(reference.getString("code")),
                            reference.getInteger("textVersion"))));
            return references;
        }
        var codes = document.getList(CRITERIA, String.class);
        var textVersions = document.getList(TEXT_VERSIONS, Integer.class);
        for (int i = 0; i < codes.size(); i++) {
            references.add(
                    new Reference(document.getString(EDITION), new CriterionCode(codes.get(i)), textVersions.get(i)));
        }
        return references;
    }

    private static Kind kind(Document document, boolean hasFiles) {
        @Nullable String word = document.getString("kind");
        return word == null
                ? (hasFiles ? Kind.DOCUMENT : Kind.ACCOUNT)
                : Kind.of(word).orElseThrow();
    }

    private static Classification classification(Document document) {
        @Nullable String word = document.getString("classification");
        return word == null ? Classification.OFFICIAL : Classification.of(word).orElseThrow();
    }

    private static SortedSet<UUID> threads(Document document) {
        var threads = new TreeSet<UUID>();
        if (document.containsKey("threads")) {
            document.getList("threads", String.class).forEach(thread -> threads.add(UUID.fromString(thread)));
        }
        return threads;
    }

    private static LocalDate day(Document document, String field) {
        return LocalDate.parse(document.getString(field));
    }
}
