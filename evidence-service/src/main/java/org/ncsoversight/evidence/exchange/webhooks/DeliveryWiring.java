package org.ncsoversight.evidence.exchange.webhooks;

import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ncsoversight.evidence.exchange.sending.OutsideAddress;
import org.ncsoversight.evidence.exchange.sending.Sender;
import org.ncsoversight.evidence.exchange.sending.WebhookSettings;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives each webhook's line a thread of its own while there is something to send. */
@Configuration
class DeliveryWiring {

    @Bean
    OutsideAddress.Names names() {
        return InetAddress::getAllByName;
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService webhookLines() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    DeliverEvents deliverEvents(
            WebhookStore store, Sender sender, WebhookSettings settings, Clock clock, ExecutorService webhookLines) {
        return new DeliverEvents(store, sender, settings, clock, webhookLines);
    }
}
