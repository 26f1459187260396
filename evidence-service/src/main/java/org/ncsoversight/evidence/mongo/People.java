package org.ncsoversight.evidence.mongo;

import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/** A person within the document of what they did. */
public final class People {

    private People() {}

    public static Document append(Document document, Person person) {
        document.append("subject", person.subject()).append("username", person.username());
        Optional.ofNullable(person.organisation())
                .ifPresent(organisation -> document.append("organisation", organisation.ukprn()));
        return document;
    }

    public static Person read(Document document) {
        @Nullable String organisation = document.getString("organisation");
        return new Person(
                document.getString("subject"),
                document.getString("username"),
                organisation == null ? null : new ProviderId(organisation));
    }
}
