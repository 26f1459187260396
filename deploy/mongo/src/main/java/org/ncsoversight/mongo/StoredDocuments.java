package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.Refusal;

/**
 * Documents kept as BSON bytes, in the order of their ids.
 *
 * <p>Bytes, so that nobody can hold on to what is stored: each reader gets a document of its own.
 */
abstract class StoredDocuments extends AbstractMongoCollection<SortKey> {

    final MVMap<SortKey, byte[]> documents;

    StoredDocuments(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<SortKey, byte[]> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    /** Where a document is: its id decides, in the spelling that makes 1 and 1.0 the same. */
    SortKey positionOf(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        return SortKey.of(id);
    }

    @Override
    protected Stream<DocumentWithPosition<SortKey>> streamAllDocumentsWithPosition() {
        Cursor<SortKey, byte[]> cursor = documents.cursor(null);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .map(position -> new DocumentWithPosition<>(BsonBytes.decode(cursor.getValue()), position));
    }

    @Override
    protected @Nullable Document getDocument(SortKey position) {
        byte[] bson = documents.get(position);
        return bson == null ? null : BsonBytes.decode(bson);
    }

    @Override
    protected SortKey addDocumentInternal(Document document) {
        SortKey position = positionOf(document);
        byte[] bson = BsonBytes.encode(document);
        if (bson.length > Limits.DOCUMENT_IN_BYTES) {
            throw Refusal.objectTooLarge(bson.length);
        }
        documents.put(position, bson);
        return position;
    }

    /** The indexes have the new values already. */
    @Override
    protected void handleUpdate(SortKey position, Document oldDocument, Document newDocument) {
        byte[] bson = BsonBytes.encode(newDocument);
        if (bson.length > Limits.DOCUMENT_IN_BYTES) {
            getIndexes().forEach(index -> index.updateInPlace(newDocument, oldDocument, position, this));
            throw Refusal.updatedTooLarge();
        }
        documents.put(position, bson);
    }

    @Override
    protected void removeDocument(SortKey position) {
        documents.remove(position);
    }

    @Override
    public int count() {
        return documents.size();
    }

    /** Not kept: it would cost a second encoding and a second write with every change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("See tracksDataSize.");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
