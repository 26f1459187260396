package org.ncsoversight.mongo.memory;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** About how much of the heap a decoded value takes. */
public final class HeapSize {

    public static final int OBJECT = 24;
    public static final int ENTRY = 48;

    private static final int STRING = 56;
    private static final int CONTAINER = 80;

    private HeapSize() {}

    public static long of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String string -> STRING + string.length();
            case Document document -> ofFields(document);
            case Collection<?> elements -> ofElements(elements);
            case BinData binary -> OBJECT + OBJECT + binary.getData().length;
            default -> ENTRY;
        };
    }

    private static long ofFields(Document document) {
        long size = CONTAINER;
        for (var field : document.entrySet()) {
            size += ENTRY + of(field.getKey()) + of(field.getValue());
        }
        return size;
    }

    private static long ofElements(Collection<?> elements) {
        long size = CONTAINER;
        for (Object element : elements) {
            size += 2 * Long.BYTES + of(element);
        }
        return size;
    }
}
