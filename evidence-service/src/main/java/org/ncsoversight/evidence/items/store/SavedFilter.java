package org.ncsoversight.evidence.items.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * A filter somebody keeps under a name, for themselves.
 *
 * @param subject whose it is
 * @param query the filter as the query of the list's address
 */
public record SavedFilter(UUID id, String subject, String name, String query) {

    /** The same name of the same person is the same filter, so that saving it again changes it. */
    public static SavedFilter of(String subject, String name, String query) {
        var key = subject + '\n' + name.toLowerCase(Locale.ROOT);
        return new SavedFilter(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), subject, name, query);
    }
}
