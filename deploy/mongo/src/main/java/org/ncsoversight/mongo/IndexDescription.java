package org.ncsoversight.mongo;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;

/** What was said about an index when it was made. */
record IndexDescription(String name, String collection, Document key, Optional<Long> expireAfterSeconds) {

    /** Reads an entry of {@code system.indexes}, whose {@code ns} is the database's and the collection's name. */
    static IndexDescription of(Document entry) {
        String namespace = (String) requireNonNull(entry.get("ns"));
        return new IndexDescription(
                (String) requireNonNull(entry.get("name")),
                namespace.substring(namespace.indexOf('.') + 1),
                (Document) requireNonNull(entry.get("key")),
                Optional.ofNullable((Number) entry.get("expireAfterSeconds")).map(Number::longValue));
    }

    boolean isOfIds() {
        return name.equals("_id_");
    }

    String firstField() {
        return key.keySet().iterator().next();
    }
}
