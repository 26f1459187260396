package org.ncsoversight.evidence.standard.mongo;

import com.mongodb.client.MongoCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.mongo.Newest;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownStandard;

/** One document per edition. */
public final class MongoStandard implements KnownStandard {

    private final MongoCollection<Document> collection;

    public MongoStandard(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public void keep(Edition edition) {
        Newest.keep(
                collection,
                edition.code(),
                edition.version(),
                new Document("title", edition.title())
                        .append("inForceFrom", edition.inForceFrom().toString())
                        .append(
                                "inForceTo",
                                Optional.ofNullable(edition.inForceTo())
                                        .map(LocalDate::toString)
                                        .orElse(""))
                        .append(
                                "elements",
                                edition.elements().stream()
                                        .map(element -> new Document("number", element.number())
                                                .append("title", element.title()))
                                        .toList())
                        .append(
                                "criteria",
                                edition.criteria().stream()
                                        .map(MongoStandard::criterion)
                                        .toList())
                        .append(
                                "documents",
                                edition.documents().stream()
                                        .map(MongoStandard::document)
                                        .toList())
                        .append(
                                "measures",
                                edition.measures().stream()
                                        .map(MongoStandard::measure)
                                        .toList())
                        .append("links", links(edition))
                        .append("threads", threads(edition))
                        .append("reworked", reworked(edition))
                        .append("lapsesSoonInDays", edition.lapsesSoonInDays()));
    }

    private static List<Document> links(Edition edition) {
        return edition.links().stream()
                .map(link -> new Document("from", link.from().value())
                        .append("to", link.to().value()))
                .toList();
    }

    private static Document prompts(Criterion criterion) {
        var prompts = new Document();
        criterion.prompts().forEach((voice, questions) -> prompts.append(voice.word(), questions));
        return prompts;
    }

    private static Map<Voice, List<String>> prompts(Document document) {
        var prompts = new EnumMap<Voice, List<String>>(Voice.class);
        document.keySet()
                .forEach(word ->
                        Voice.of(word).ifPresent(voice -> prompts.put(voice, document.getList(word, String.class))));
        return prompts;
    }

    private static List<Document> reworked(Edition edition) {
        return edition.reworked().stream()
                .map(earlier -> new Document("edition", earlier.edition())
                        .append("criterion", earlier.criterion().value()))
                .toList();
    }

    private static List<Document> threads(Edition edition) {
        return edition.threads().stream()
                .map(thread -> new Document("code", thread.code())
                        .append("title", thread.title())
                        .append(
                                "criteria",
                                thread.criteria().stream()
                                        .map(CriterionCode::value)
                                        .toList()))
                .toList();
    }

    private static Edition.ThreadTemplate thread(Document document) {
        return new Edition.ThreadTemplate(
                document.getString("code"),
                document.getString("title"),
                document.getList("criteria", String.class).stream()
                        .map(CriterionCode::new)
                        .toList());
    }

    @Override
    public List<Edition> editions() {
        return Away.unless(() -> collection.find().map(MongoStandard::edition).into(new ArrayList<>()));
    }

    private static Document criterion(Criterion criterion) {
        return new Document("code", criterion.code().value())
                .append("element", criterion.element())
                .append("title", criterion.title())
                .append("textVersion", criterion.textVersion())
                .append("voices", criterion.voices().stream().map(Voice::word).toList())
                .append(
                        "textSince",
                        Optional.ofNullable(criterion.textSince())
                                .map(LocalDate::toString)
                                .orElse(null))
                .append("asks", criterion.asks())
                .append("prompts", prompts(criterion));
    }

    private static Document document(Edition.NamedDocument named) {
        return new Document("code", named.code())
                .append("title", named.title())
                .append(
                        "criteria",
                        named.criteria().stream().map(CriterionCode::value).toList());
    }

    private static Edition.NamedDocument document(Document document) {
        return new Edition.NamedDocument(
                document.getString("code"),
                document.getString("title"),
                document.getList("criteria", String.class).stream()
                        .map(CriterionCode::new)
                        .toList());
    }

    private static Document measure(Edition.Measure measure) {
        return new Document("code", measure.code())
                .append("title", measure.title())
                .append(
                        "criteria",
                        measure.criteria().stream().map(CriterionCode::value).toList());
    }

    private static Edition.Measure measure(Document document) {
        return new Edition.Measure(
                document.getString("code"),
                document.getString("title"),
                document.getList("criteria", String.class).stream()
                        .map(CriterionCode::new)
                        .toList());
    }

    private static Edition edition(Document document) {
        String inForceTo = Objects.requireNonNullElse(document.getString("inForceTo"), "");
        return new Edition(
                document.getString("_id"),
                document.getLong("version"),
                document.getString("title"),
                LocalDate.parse(document.getString("inForceFrom")),
                inForceTo.isEmpty() ? null : LocalDate.parse(inForceTo),
                document.getList("elements", Document.class).stream()
                        .map(element -> new Edition.Element(element.getInteger("number"), element.getString("title")))
                        .toList(),
                document.getList("criteria", Document.class).stream()
                        .map(MongoStandard::criterion)
                        .toList(),
                document.getList("documents", Document.class, List.of()).stream()
                        .map(MongoStandard::document)
                        .toList(),
                document.getList("measures", Document.class, List.of()).stream()
                        .map(MongoStandard::measure)
                        .toList(),
                document.getList("links", Document.class, List.of()).stream()
                        .map(link -> new Edition.Link(
                                new CriterionCode(link.getString("from")), new CriterionCode(link.getString("to"))))
                        .toList(),
                document.getList("threads", Document.class, List.of()).stream()
                        .map(MongoStandard::thread)
                        .toList(),
                document.getList("reworked", Document.class, List.of()).stream()
                        .map(earlier -> new Edition.Earlier(
                                earlier.getString("edition"), new CriterionCode(earlier.getString("criterion"))))
                        .toList(),
                document.getInteger("lapsesSoonInDays", Edition.LAPSES_SOON_UNLESS_SAID_IN_DAYS));
    }

    private static Criterion criterion(Document document) {
        return new Criterion(
                new CriterionCode(document.getString("code")),
                document.getInteger("element"),
                document.getString("title"),
                document.getInteger("textVersion"),
                document.getList("voices", String.class).stream()
                        .flatMap(word -> Voice.of(word).stream())
                        .toList(),
                Optional.ofNullable(document.getString("textSince"))
                        .map(LocalDate::parse)
                        .orElse(null),
                document.getString("asks"),
                prompts(document.get("prompts", new Document())));
    }
}
