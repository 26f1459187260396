package org.ncsoversight.evidence.items.mongo;

import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Approval;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.ContentHash;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.SearchWords;
import org.ncsoversight.evidence.model.Voice;

/** A piece of evidence as a document: what is queried stands at the top. */
public final class EvidenceDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    public static final String PROVIDER = "provider";
    public static final String STATE = "state";
    static final String CRITERIA = ContentDocument.CRITERIA;
    static final String LIST_KEY = "listKey";
    static final String WAITING_KEY = "waitingKey";
    static final String HISTORY = "history";
    static final String FILES = "files";
    static final String WORDS = "words";
    static final String REVISIONS = "revisions";

    private static final String APPROVAL = "approval";
    private static final String REPLACES = "replaces";
    private static final String REPLACED_BY = "replacedBy";

    /** What {@link #standing} reads. */
    static final Bson STANDING = Projections.include(
            STATE, "title", "voice", "edition", CRITERIA, "textVersions", "references", "reviewDate");

    private EvidenceDocument() {}

    static Standing standing(Document document) {
        return new Standing(
                new EvidenceId(UUID.fromString(document.getString(ID))),
                EvidenceState.of(document.getString(STATE)).orElseThrow(),
                document.getString("title"),
                Voice.of(document.getString("voice")).orElseThrow(),
                ContentDocument.references(document),
                LocalDate.parse(document.getString("reviewDate")));
    }

    static Document of(Evidence evidence) {
        var document = new Document(ID, evidence.id().toString())
                .append(VERSION, evidence.version())
                .append(PROVIDER, evidence.provider().ukprn())
                .append(STATE, evidence.state().word())
                .append(LIST_KEY, evidence.listKey())
                .append(WAITING_KEY, evidence.waitingKey())
                .append(WORDS, words(evidence.content()));
        document.putAll(ContentDocument.of(evidence.content()));
        return document.append(
                        FILES,
                        evidence.files().stream().map(HistoryDocument::of).toList())
                .append(
                        HISTORY,
                        evidence.history().stream().map(HistoryDocument::of).toList())
                .append(
                        REVISIONS,
                        evidence.revisions().stream().map(HistoryDocument::of).toList())
                .append(
                        APPROVAL,
                        Optional.ofNullable(evidence.approval())
                                .map(HistoryDocument::of)
                                .orElse(null))
                .append(REPLACES, text(evidence.replaces()))
                .append(REPLACED_BY, text(evidence.replacedBy()));
    }

    /** What a search for text looks up. */
    static List<String> words(Content content) {
        return SearchWords.in(content.title(), content.statement());
    }

    public static Evidence read(Document document) {
        var files = list(document, FILES).stream().map(HistoryDocument::file).toList();
        var content = ContentDocument.read(document, !files.isEmpty());
        var history =
                list(document, HISTORY).stream().map(HistoryDocument::step).toList();
        return new Evidence(
                new EvidenceId(UUID.fromString(document.getString(ID))),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                content,
                files,
                EvidenceState.of(document.getString(STATE)).orElseThrow(),
                history,
                revisions(document, content, files, history.getFirst()),
                approval(document, content, files, history),
                id(document.getString(REPLACES)),
                id(document.getString(REPLACED_BY)));
    }

    /** Before revisions were kept, nothing could be submitted twice. */
    private static List<Revision> revisions(
            Document document, Content content, List<EvidenceFile> files, Evidence.Step first) {
        return document.containsKey(REVISIONS)
                ? list(document, REVISIONS).stream()
                        .map(HistoryDocument::revision)
                        .toList()
                : List.of(Revision.of(1, content, files, first.at(), first.by()));
    }

    private static @Nullable Approval approval(
            Document document, Content content, List<EvidenceFile> files, List<Evidence.Step> history) {
        if (document.containsKey(REVISIONS)) {
            return Optional.ofNullable(document.get(APPROVAL, Document.class))
                    .map(HistoryDocument::approval)
                    .orElse(null);
        }
        return history.stream()
                .filter(step -> step.state() == EvidenceState.ACCEPTED)
                .findFirst()
                .map(step -> new Approval(1, ContentHash.of(content, files), step.at(), step.by()))
                .orElse(null);
    }

    private static List<Document> list(Document document, String field) {
        return Objects.requireNonNullElse(document.getList(field, Document.class), new ArrayList<>());
    }

    private static @Nullable String text(@Nullable EvidenceId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable EvidenceId id(@Nullable String text) {
        return text == null ? null : new EvidenceId(UUID.fromString(text));
    }
}
