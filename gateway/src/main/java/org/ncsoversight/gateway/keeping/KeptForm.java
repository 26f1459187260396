package org.ncsoversight.gateway.keeping;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form that was sent too late.
 *
 * @param target path and query it was sent to
 * @param files fields whose files have to be chosen again
 */
record KeptForm(String person, String target, List<Field> fields, List<Field> files, Instant until) {

    /** A field and what was typed into it, or the name of the file that was chosen. */
    record Field(String name, String value) {}

    /** As much memory as its letters may take. */
    long sizeInBytes() {
        return Stream.concat(fields.stream(), files.stream())
                .mapToLong(field -> 2L * (field.name().length() + field.value().length()))
                .sum();
    }

    /** Public, because the page asks. */
    public boolean isWithFiles() {
        return !files.isEmpty();
    }
}
