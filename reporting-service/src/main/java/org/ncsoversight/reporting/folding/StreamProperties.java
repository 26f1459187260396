package org.ncsoversight.reporting.folding;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.stereotype.Component;

/** How the stream talks to Kafka: all that is set under spring.kafka, security included, and then what it needs itself. */
@Component
final class StreamProperties {

    static final int SESSION_TIMEOUT_IN_MILLIS = 10_000;
    private static final int TRANSACTION_TIMEOUT_IN_MILLIS = 15_000;
    private static final int HEARTBEAT_IN_MILLIS = 3_000;
    /** A broker with nothing new answers so late; what is new comes at once. */
    private static final int FETCH_MAX_WAIT_IN_MILLIS = 2_000;

    /** What comes alone is computed with what brought it; of what comes together, the rest waits so long at most. */
    private static final int DRAINS_WITHOUT_NEWS = 4;

    private final StreamSettings settings;
    private final KafkaProperties kafka;
    private final KafkaConnectionDetails connection;
    private final InstanceName instance;

    StreamProperties(
            StreamSettings settings, KafkaProperties kafka, KafkaConnectionDetails connection, InstanceName instance) {
        this.settings = settings;
        this.kafka = kafka;
        this.connection = connection;
        this.instance = instance;
    }

    Properties of(String clientId) {
        var properties = new Properties();
        properties.putAll(kafka.buildStreamsProperties());
        properties.putAll(connection());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, ReadinessTopology.APPLICATION_ID);
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // With one instance there is nobody to keep it.
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        // A batch never takes so long; a transaction that does is a stream that hangs.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_IN_MILLIS);
        properties.put(StreamsConfig.POLL_MS_CONFIG, settings.drainInterval().toMillis() * DRAINS_WITHOUT_NEWS);
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_MAX_WAIT_IN_MILLIS);
        properties.put(
                StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_MAX_WAIT_IN_MILLIS);
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, NeverNegative.class);
        properties.put(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                settings.recordCache().toBytes());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.BLOCK_CACHE_BYTES, settings.blockCache().toBytes());
        properties.put(
                BoundedRocksDb.WRITE_BUFFER_BYTES, settings.writeBuffers().toBytes());
        // A member that comes back under its name after a crash is let in at once, without waiting for its ghost.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance.name());
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_IN_MILLIS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_IN_MILLIS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        return properties;
    }

    /** Where the brokers are may come from elsewhere than from properties, and with it how to talk to them. */
    private Map<String, Object> connection() {
        KafkaConnectionDetails.Configuration streams = connection.getStreams();
        var properties = new HashMap<String, Object>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", streams.getBootstrapServers()));
        if (streams.getSecurityProtocol() != null
                && !streams.getSecurityProtocol().isEmpty()) {
            properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, streams.getSecurityProtocol());
        }
        if (streams.getSslBundle() != null) {
            properties.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class.getName());
            properties.put(SslBundle.class.getName(), streams.getSslBundle());
        }
        return properties;
    }
}
