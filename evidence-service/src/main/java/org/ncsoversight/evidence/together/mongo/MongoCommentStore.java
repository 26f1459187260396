package org.ncsoversight.evidence.together.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.mongo.Versions;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Comment;
import org.ncsoversight.evidence.together.store.CommentStore;

/** One document per comment, all its wordings inside. */
final class MongoCommentStore implements CommentStore {

    static final String ITEM = "item";
    static final String CALLED = "called";
    static final String LIST_KEY = "listKey";

    private static final String PROVIDER = "provider";
    private static final String INTERNAL = "internal";

    private final MongoCollection<Document> collection;

    MongoCommentStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public boolean add(Comment comment) {
        return Versions.add(collection, document(comment));
    }

    @Override
    public boolean change(Comment comment) {
        return Versions.change(collection, document(comment));
    }

    @Override
    public Optional<Comment> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(
                        collection.find(eq("_id", id.toString())).first()))
                .map(MongoCommentStore::read)
                .filter(comment -> visible.includes(comment.provider()));
    }

    @Override
    public List<Comment> on(EvidenceId item, @Nullable String after, int limit, Reader reader) {
        Bson which = eq(ITEM, item.toString());
        return list(after == null ? which : and(which, gt(LIST_KEY, after)), Sorts.ascending(LIST_KEY), limit, reader);
    }

    @Override
    public List<Comment> calling(String username, int limit, Reader reader) {
        return list(eq(CALLED, username.toLowerCase(Locale.ROOT)), Sorts.descending(LIST_KEY), limit, reader);
    }

    private List<Comment> list(Bson which, Bson order, int limit, Reader reader) {
        var conditions = new ArrayList<Bson>(List.of(which));
        reader.visible()
                .onlyThese()
                .ifPresent(only -> conditions.add(
                        in(PROVIDER, only.stream().map(ProviderId::ukprn).toList())));
        var among = reader.among();
        Bson open = eq(INTERNAL, false);
        conditions.add(among == null ? open : or(open, eq(PROVIDER, among.ukprn())));
        return Away.unless(() -> collection
                .find(and(conditions))
                .sort(order)
                .limit(limit)
                .map(MongoCommentStore::read)
                .into(new ArrayList<>()));
    }

    /** Who is still called is kept apart: nobody once it is settled. */
    private static Document document(Comment comment) {
        var by = comment.by();
        var document = new Document("_id", comment.id().toString())
                .append(Versions.VERSION, comment.version())
                .append(ITEM, comment.item().toString())
                .append(PROVIDER, comment.provider().ukprn())
                .append(INTERNAL, comment.internal())
                .append("subject", by.subject())
                .append("username", by.username())
                .append(
                        "organisation",
                        Optional.ofNullable(by.organisation())
                                .map(ProviderId::ukprn)
                                .orElse(""))
                .append(
                        "wordings",
                        comment.wordings().stream()
                                .map(one -> new Document("text", one.text()).append("at", Date.from(one.at())))
                                .toList())
                .append(CALLED, comment.resolved() == null ? List.copyOf(comment.mentions()) : List.of())
                .append(LIST_KEY, comment.listKey());
        Optional.ofNullable(comment.resolved())
                .ifPresent(resolution -> document.append("resolvedBy", resolution.by())
                        .append("resolvedAt", Date.from(resolution.at())));
        return document;
    }

    private static Comment read(Document document) {
        String organisation = document.getString("organisation");
        @Nullable String resolvedBy = document.getString("resolvedBy");
        return new Comment(
                UUID.fromString(document.getString("_id")),
                document.getLong(Versions.VERSION),
                new EvidenceId(UUID.fromString(document.getString(ITEM))),
                new ProviderId(document.getString(PROVIDER)),
                document.getBoolean(INTERNAL),
                new Person(
                        document.getString("subject"),
                        document.getString("username"),
                        organisation.isEmpty() ? null : new ProviderId(organisation)),
                document.getList("wordings", Document.class).stream()
                        .map(one -> new Comment.Wording(
                                one.getString("text"), one.getDate("at").toInstant()))
                        .toList(),
                resolvedBy == null
                        ? null
                        : new Comment.Resolution(
                                resolvedBy, document.getDate("resolvedAt").toInstant()));
    }
}
