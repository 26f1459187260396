package org.ncsoversight.criteria.deadletters.mongo;

import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;

/** Groups of letters as documents, and back. */
final class GroupDocuments {

    static final String WORK = "work";
    static final String DROPPED = "dropped";
    static final String FIRST = "first";
    static final String LAST = "last";
    static final String ENDED = "ended";

    private GroupDocuments() {}

    /** The field that counts letters of a state. */
    static String count(Letter.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static LetterGroup group(Document document) {
        return new LetterGroup(
                document.getString(LetterDocuments.ID),
                LetterDocuments.kind(document),
                new LetterGroup.Counts(
                        number(document, count(Letter.State.OPEN)),
                        number(document, count(Letter.State.REPLAYED)),
                        number(document, count(Letter.State.SET_ASIDE)),
                        number(document, DROPPED)),
                document.getDate(FIRST).toInstant(),
                document.getDate(LAST).toInstant(),
                Optional.ofNullable(document.get(WORK, Document.class)).map(GroupDocuments::work));
    }

    static Document of(LetterGroup.Work work) {
        return new Document("request", work.request())
                .append("to", work.to().name())
                .append("by", work.by())
                .append("at", Date.from(work.at()))
                .append("reason", work.reason())
                .append("after", work.after())
                .append("done", work.done())
                .append("failed", work.failed())
                .append(ENDED, work.ended().map(Date::from).orElse(null));
    }

    private static LetterGroup.Work work(Document work) {
        return new LetterGroup.Work(
                work.getString("request"),
                Letter.State.valueOf(work.getString("to")),
                work.getString("by"),
                work.getDate("at").toInstant(),
                work.getString("reason"),
                work.getString("after"),
                work.getLong("done"),
                work.getLong("failed"),
                LetterDocuments.instant(work, ENDED));
    }

    /** Never below nothing: a crash between two writes may have counted one too few until the next tidying. */
    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }
}
