package org.ncsoversight.criteria.deadletters.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;

/** Letters as documents, and back. The records themselves stand apart, so that lists never read them. */
final class LetterDocuments {

    static final String ID = "_id";
    static final String GROUP = "group";
    static final String STATE = "state";
    static final String SORT_KEY = "sortKey";
    static final String VERSION = "version";
    static final String CLOSED_AT = "closedAt";

    private LetterDocuments() {}

    static Document of(Letter letter) {
        var document = new Document(ID, letter.id())
                .append(GROUP, letter.kind().group())
                .append("service", letter.kind().service())
                .append("topic", letter.kind().topic())
                .append("reason", letter.kind().reason())
                .append("originTopic", letter.origin().topic())
                .append("originPartition", letter.origin().partition())
                .append("originOffset", letter.origin().offset())
                .append("detail", letter.detail())
                .append("at", Date.from(letter.at()))
                .append(SORT_KEY, letter.sortKey())
                .append("size", letter.content().sizeInBytes())
                .append("sha256", letter.content().sha256())
                .append("whole", letter.content().whole())
                .append("replayOf", letter.replayOf().orElse(null));
        document.putAll(handling(letter));
        return document;
    }

    /** What changes in a letter. */
    static Document handling(Letter letter) {
        List<Letter.Step> steps = letter.handling().steps();
        return new Document(STATE, letter.state().name())
                .append(VERSION, letter.version())
                .append("failedAgain", letter.handling().failedAgain().orElse(null))
                .append("steps", steps.stream().map(LetterDocuments::step).toList())
                .append(
                        CLOSED_AT,
                        letter.state() == Letter.State.OPEN
                                ? null
                                : Date.from(steps.getLast().at()));
    }

    static Letter letter(Document document) {
        return new Letter(
                document.getString(ID),
                kind(document),
                new Letter.Origin(
                        document.getString("originTopic"),
                        document.getInteger("originPartition"),
                        document.getLong("originOffset")),
                document.getString("detail"),
                document.getDate("at").toInstant(),
                new Letter.Content(
                        document.getLong("size"), document.getString("sha256"), document.getBoolean("whole")),
                Optional.ofNullable(document.getString("replayOf")),
                new Letter.Handling(
                        Letter.State.valueOf(document.getString(STATE)),
                        document.getLong(VERSION),
                        Optional.ofNullable(document.getString("failedAgain")),
                        document.getList("steps", Document.class).stream()
                                .map(LetterDocuments::step)
                                .toList()));
    }

    static Letter.Kind kind(Document document) {
        return new Letter.Kind(
                document.getString("service"), document.getString("topic"), document.getString("reason"));
    }

    static Document of(String id, Original original) {
        return new Document(ID, id)
                .append("key", original.key().map(LetterDocuments::binary).orElse(null))
                .append("value", original.value().map(LetterDocuments::binary).orElse(null))
                .append(
                        "headers",
                        original.headers().stream()
                                .map(header ->
                                        new Document("name", header.name()).append("value", binary(header.value())))
                                .toList());
    }

    static Original original(Document document) {
        return new Original(
                bytes(document, "key"),
                bytes(document, "value"),
                document.getList("headers", Document.class).stream()
                        .map(header -> new Original.Header(
                                header.getString("name"), bytes(header, "value").orElseThrow()))
                        .toList());
    }

    private static Document step(Letter.Step step) {
        return new Document("to", step.to().name())
                .append("by", step.by())
                .append("at", Date.from(step.at()))
                .append("reason", step.reason());
    }

    private static Letter.Step step(Document step) {
        return new Letter.Step(
                Letter.State.valueOf(step.getString("to")),
                step.getString("by"),
                step.getDate("at").toInstant(),
                step.getString("reason"));
    }

    static Optional<Instant> instant(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }

    private static Binary binary(Original.Bytes bytes) {
        return new Binary(bytes.content());
    }

    private static Optional<Original.Bytes> bytes(Document document, String field) {
        return Optional.ofNullable(document.get(field, Binary.class)).map(found -> new Original.Bytes(found.getData()));
    }
}
