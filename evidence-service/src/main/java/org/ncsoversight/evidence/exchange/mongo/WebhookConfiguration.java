package org.ncsoversight.evidence.exchange.mongo;

import com.mongodb.client.MongoDatabase;
import org.ncsoversight.evidence.exchange.sending.WebhookSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where webhooks and their deliveries are kept. */
@Configuration
class WebhookConfiguration {

    @Bean
    MongoWebhookStore webhookStore(MongoDatabase database, WebhookSettings settings) {
        return new MongoWebhookStore(database, settings.deliveredKeptFor());
    }
}
