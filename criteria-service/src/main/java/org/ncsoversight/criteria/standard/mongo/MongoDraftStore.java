package org.ncsoversight.criteria.standard.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.standard.messages.PortableFile;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.store.DraftStore;

/** Drafts in MongoDB, one document each under the code of the edition to be. */
final class MongoDraftStore implements DraftStore {

    private static final String DRAFT = "draft";
    private static final String BASED_ON = "basedOn";
    private static final String VOICES_TO_CONFIRM = "voicesToConfirm";

    private final MongoCollection<Document> drafts;

    MongoDraftStore(MongoCollection<Document> drafts) {
        this.drafts = drafts;
    }

    @Override
    public Optional<Draft> find(EditionId id) {
        return Optional.ofNullable(drafts.find(eq(Writes.ID, id.value())).first())
                .map(MongoDraftStore::draft);
    }

    @Override
    public List<Draft> all() {
        return drafts.find()
                .sort(Sorts.ascending(Writes.ID))
                .map(MongoDraftStore::draft)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Draft draft) {
        try {
            drafts.insertOne(document(draft));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean replace(Draft draft) {
        return drafts.replaceOne(
                                and(eq(Writes.ID, draft.id().value()), eq(Writes.VERSION, draft.version() - 1)),
                                document(draft))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean remove(EditionId id) {
        return drafts.deleteOne(eq(Writes.ID, id.value())).getDeletedCount() == 1;
    }

    private static Document document(Draft draft) {
        return new Document(Writes.ID, draft.id().value())
                .append(Writes.VERSION, draft.version())
                .append(BASED_ON, draft.basedOn().map(EditionId::value).orElse(null))
                .append(
                        VOICES_TO_CONFIRM,
                        draft.voicesToConfirm().stream()
                                .sorted()
                                .map(CriterionCode::value)
                                .toList())
                .append(DRAFT, PortableFile.write(draft.edition()));
    }

    private static Draft draft(Document document) {
        return new Draft(
                document.getLong(Writes.VERSION),
                PortableFile.read(document.getString(DRAFT)),
                Optional.ofNullable(document.getString(BASED_ON)).map(EditionId::new),
                document.getList(VOICES_TO_CONFIRM, String.class).stream()
                        .map(CriterionCode::of)
                        .collect(Collectors.toSet()));
    }
}
