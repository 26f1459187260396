package org.ncsoversight.mongo.aggregation;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $unwind}: one element of an array after the other, never a copy of the document for each at the same time. */
final class Unwind implements Iterator<Document> {

    private final String path;
    private final @Nullable String indexField;
    private final UnaryOperator<Stream<Document>> ofLibrary;
    private final Iterator<Document> documents;

    private @Nullable Document document;
    private Iterator<?> elements = Collections.emptyIterator();
    private long index;

    /** The library's stage is asked about documents without an array, and for each single element. */
    Unwind(Object stage, Iterator<Document> documents, UnaryOperator<Stream<Document>> ofLibrary) {
        Object path = stage instanceof Document options ? options.get("path") : stage;
        this.path = String.valueOf(path).substring(1);
        this.indexField = stage instanceof Document options ? (String) options.get("includeArrayIndex") : null;
        this.documents = documents;
        this.ofLibrary = ofLibrary;
    }

    @Override
    public boolean hasNext() {
        while (!elements.hasNext() && documents.hasNext()) {
            begin(documents.next());
        }
        return elements.hasNext();
    }

    private void begin(Document next) {
        Object value = Utils.getSubdocumentValue(next, path);
        if (value instanceof Collection<?> array && !array.isEmpty()) {
            document = next;
            index = 0;
            elements = array.iterator();
            Utils.changeSubdocumentValue(next, path, List.of());
        } else {
            document = null;
            elements = ofLibrary.apply(Stream.of(next)).iterator();
        }
    }

    @Override
    public Document next() {
        Object element = elements.next();
        if (document == null) {
            return (Document) element;
        }
        Document one = document.cloneDeeply();
        Utils.changeSubdocumentValue(one, path, element);
        if (indexField != null) {
            Utils.changeSubdocumentValue(one, indexField, index);
        }
        index++;
        return one;
    }
}
