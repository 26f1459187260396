package org.ncsoversight.feedback.mongo;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.VisibleProviders;

/** The part of every query that keeps to what the caller may see. */
final class Visibility {

    private Visibility() {}

    static Bson of(VisibleProviders visible, String field) {
        return visible.restriction()
                .map(providers ->
                        Filters.in(field, providers.stream().map(Ukprn::value).toList()))
                .orElseGet(Filters::empty);
    }
}
