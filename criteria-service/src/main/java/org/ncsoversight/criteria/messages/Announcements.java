package org.ncsoversight.criteria.messages;

import org.ncsoversight.criteria.register.messages.ContractMessage;
import org.ncsoversight.criteria.register.messages.ProviderMessage;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.standard.messages.EditionMessage;
import org.ncsoversight.criteria.standard.model.EditionPublished;
import org.ncsoversight.outbox.OutboxEvent;

/** Turns what happened into what is said about it, as contracts/ promises. */
public final class Announcements {

    public static final String STANDARD_TOPIC = "ncs.standard.v1";
    public static final String PROVIDERS_TOPIC = "ncs.providers.v1";

    private Announcements() {}

    public static OutboxEvent of(EditionPublished event) {
        return EditionMessage.event(event);
    }

    public static OutboxEvent of(ProviderRecorded event) {
        return ProviderMessage.event(event);
    }

    public static OutboxEvent of(ContractRecorded event) {
        return ContractMessage.event(event);
    }
}
