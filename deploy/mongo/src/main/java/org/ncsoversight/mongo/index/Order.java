package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one field a query wants its result sorted by. */
record Order(String field, boolean descending) {

    /** Empty if there is no such wish, or a more complicated one. */
    static Optional<Order> in(@Nullable Document orderBy) {
        if (orderBy == null || orderBy.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Object> only = orderBy.entrySet().iterator().next();
        return only.getValue() instanceof Number direction
                ? Optional.of(new Order(only.getKey(), direction.intValue() < 0))
                : Optional.empty();
    }
}
