package org.ncsoversight.evidence.exchange.mongo;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.model.ProviderId;

/** How webhooks and their deliveries are written down. */
final class WebhookDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String PROVIDER = "provider";
    static final String PAUSED = "paused";
    static final String WEBHOOK = "webhook";
    static final String STATE = "state";
    static final String NEXT_AT = "nextAt";
    static final String LIST_KEY = "listKey";

    private WebhookDocument() {}

    static Document write(Webhook webhook) {
        return new Document(ID, webhook.id().toString())
                .append(VERSION, webhook.version())
                .append(PROVIDER, webhook.provider().ukprn())
                .append("address", webhook.address())
                .append("types", List.copyOf(webhook.types()))
                .append("secret", webhook.secret())
                .append(PAUSED, webhook.paused())
                .append("createdAt", Date.from(webhook.createdAt()))
                .append("createdBy", webhook.createdBy());
    }

    static Webhook webhook(Document document) {
        return new Webhook(
                UUID.fromString(document.getString(ID)),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                document.getString("address"),
                new TreeSet<>(document.getList("types", String.class)),
                document.getString("secret"),
                document.getBoolean(PAUSED),
                document.getDate("createdAt").toInstant(),
                document.getString("createdBy"));
    }

    static Document write(Delivery delivery) {
        return new Document(ID, delivery.id().toString())
                .append(WEBHOOK, delivery.webhook().toString())
                .append(PROVIDER, delivery.provider().ukprn())
                .append("type", delivery.type())
                .append("body", delivery.body())
                .append("heardAt", Date.from(delivery.heardAt()))
                .append(LIST_KEY, delivery.listKey())
                .append(STATE, delivery.state().word())
                .append("attempts", delivery.attempts())
                .append(NEXT_AT, Date.from(delivery.nextAt()))
                .append("lastStatus", delivery.lastStatus())
                .append("trouble", delivery.trouble());
    }

    static Delivery delivery(Document document) {
        return new Delivery(
                UUID.fromString(document.getString(ID)),
                UUID.fromString(document.getString(WEBHOOK)),
                new ProviderId(document.getString(PROVIDER)),
                document.getString("type"),
                document.getString("body"),
                document.getDate("heardAt").toInstant(),
                Delivery.State.valueOf(document.getString(STATE).toUpperCase(Locale.ROOT)),
                document.getInteger("attempts"),
                document.getDate(NEXT_AT).toInstant(),
                document.getInteger("lastStatus"),
                document.getString("trouble"));
    }
}
