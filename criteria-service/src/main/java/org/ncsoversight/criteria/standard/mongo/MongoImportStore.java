package org.ncsoversight.criteria.standard.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.standard.messages.PortableFile;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;
import org.ncsoversight.criteria.standard.store.ImportStore;

/** Imports in MongoDB; there are never more than a few. */
final class MongoImportStore implements ImportStore {

    private static final String FILE_NAME = "fileName";
    private static final String IMPORTED_AT = "importedAt";
    private static final String EDITION = "edition";
    private static final String BASED_ON = "basedOn";
    private static final String VOICES_TO_CONFIRM = "voicesToConfirm";
    private static final String LEFT_OUT = "leftOut";

    private final MongoCollection<Document> imports;

    MongoImportStore(MongoCollection<Document> imports) {
        this.imports = imports;
    }

    @Override
    public Optional<ImportedEdition> find(String id) {
        return Optional.ofNullable(imports.find(eq(Writes.ID, id)).first()).map(MongoImportStore::imported);
    }

    @Override
    public void put(ImportedEdition imported) {
        imports.replaceOne(eq(Writes.ID, imported.id()), document(imported), new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(String id) {
        imports.deleteOne(eq(Writes.ID, id));
    }

    @Override
    public void removeOlderThan(Instant time) {
        imports.deleteMany(lt(IMPORTED_AT, Date.from(time)));
    }

    private static Document document(ImportedEdition imported) {
        return new Document(Writes.ID, imported.id())
                .append(FILE_NAME, imported.fileName())
                .append(IMPORTED_AT, Date.from(imported.importedAt()))
                .append(EDITION, PortableFile.write(imported.edition()))
                .append(BASED_ON, imported.basedOn().map(EditionId::value).orElse(null))
                .append(
                        VOICES_TO_CONFIRM,
                        imported.voicesToConfirm().stream()
                                .sorted()
                                .map(CriterionCode::value)
                                .toList())
                .append(LEFT_OUT, imported.leftOut());
    }

    private static ImportedEdition imported(Document document) {
        return new ImportedEdition(
                document.getString(Writes.ID),
                document.getString(FILE_NAME),
                document.getDate(IMPORTED_AT).toInstant(),
                PortableFile.read(document.getString(EDITION)),
                Optional.ofNullable(document.getString(BASED_ON)).map(EditionId::new),
                document.getList(VOICES_TO_CONFIRM, String.class).stream()
                        .map(CriterionCode::of)
                        .collect(Collectors.toSet()),
                document.getList(LEFT_OUT, String.class));
    }
}
