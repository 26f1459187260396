package org.ncsoversight.evidence.items.mongo;

import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;

/** A draft as a document; what was typed stands under the words of its fields. */
final class DraftDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String PROVIDER = "provider";
    static final String LIST_KEY = "listKey";

    private DraftDocument() {}

    static Document of(Draft draft) {
        var typed = new Document();
        draft.proposal().values().forEach((field, values) -> typed.append(field.word(), values));
        return new Document(ID, draft.id().toString())
                .append(VERSION, draft.version())
                .append(PROVIDER, draft.provider().ukprn())
                .append(LIST_KEY, draft.listKey())
                .append("typed", typed)
                .append("files", draft.files().stream().map(HistoryDocument::of).toList())
                .append("revises", draft.revises())
                .append("handedOver", draft.handedOver())
                .append("steps", draft.steps().stream().map(HistoryDocument::of).toList())
                .append("savedAt", Date.from(draft.savedAt()))
                .append("savedBy", HistoryDocument.by(draft.savedBy()));
    }

    static Draft read(Document document) {
        return new Draft(
                new EvidenceId(UUID.fromString(document.getString(ID))),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                proposal(document.get("typed", Document.class)),
                document.getList("files", Document.class).stream()
                        .map(HistoryDocument::file)
                        .toList(),
                document.getLong("revises"),
                document.getBoolean("handedOver"),
                document.getList("steps", Document.class).stream()
                        .map(HistoryDocument::step)
                        .toList(),
                document.getDate("savedAt").toInstant(),
                HistoryDocument.person(document.get("savedBy", Document.class)));
    }

    private static Proposal proposal(Document typed) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        typed.keySet()
                .forEach(word ->
                        Field.of(word).ifPresent(field -> values.put(field, typed.getList(word, String.class))));
        return new Proposal(values);
    }
}
