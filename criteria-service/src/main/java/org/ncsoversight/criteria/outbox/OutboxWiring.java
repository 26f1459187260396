package org.ncsoversight.criteria.outbox;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.settings.CriteriaSettings;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One producer and one relay for everything that this service announces. */
@Configuration(proxyBeanMethods = false)
class OutboxWiring {

    @Bean(destroyMethod = "close")
    Producer<String, String> producer(KafkaProperties kafka) {
        return new KafkaProducer<>(kafka.buildProducerProperties(), new StringSerializer(), new StringSerializer());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OutboxRelay relay(MongoCollections collections, Producer<String, String> producer, CriteriaSettings settings) {
        return new OutboxRelay(
                collections.all(),
                producer,
                new OutboxRelay.Settings(
                        settings.relay().batchSize(), settings.relay().pollInterval()));
    }
}
