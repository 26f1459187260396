package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is set for every client of Kafka holds for the stream's clients too. */
class StreamPropertiesTest {

    private static final Map<String, Object> SECURITY = Map.of(
            "security.protocol", "SASL_SSL",
            "sasl.mechanism", "SCRAM-SHA-512",
            "sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;",
            "ssl.truststore.type", "PEM",
            "ssl.endpoint.identification.algorithm", "https");

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "spring.kafka.bootstrap-servers=broker-1:9093,broker-2:9093",
                    "spring.kafka.security.protocol=SASL_SSL",
                    "spring.kafka.ssl.trust-store-type=PEM",
                    "spring.kafka.properties.[sasl.mechanism]=SCRAM-SHA-512",
                    "spring.kafka.properties.[sasl.jaas.config]=" + SECURITY.get("sasl.jaas.config"),
                    "spring.kafka.properties.[ssl.endpoint.identification.algorithm]=https",
                    "reporting.stream.instance=north");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(StreamSettings.class)
    @Import({StreamProperties.class, InstanceName.class})
    static class Settings {}

    @Test
    void security_reaches_every_client_of_the_stream() {
        context.run(started -> {
            Properties properties = started.getBean(StreamProperties.class).of("client");
            var config = new StreamsConfig(properties);

            assertThat(config.getMainConsumerConfigs("group", "client", 0))
                    .containsAllEntriesOf(SECURITY)
                    .containsEntry("bootstrap.servers", "broker-1:9093,broker-2:9093");
            assertThat(config.getRestoreConsumerConfigs("client")).containsAllEntriesOf(SECURITY);
            assertThat(config.getGlobalConsumerConfigs("client")).containsAllEntriesOf(SECURITY);
            assertThat(config.getProducerConfigs("client")).containsAllEntriesOf(SECURITY);
            assertThat(config.getAdminConfigs("client")).containsAllEntriesOf(SECURITY);
        });
    }

    @Test
    void the_name_is_what_is_set_or_else_the_hosts() {
        context.run(started ->
                assertThat(started.getBean(InstanceName.class).name()).isEqualTo("north"));
        context.withPropertyValues("reporting.stream.instance=")
                .run(started -> assertThat(started.getBean(InstanceName.class).name())
                        .matches("[a-zA-Z0-9._-]+")
                        .isNotEqualTo("reporting-1"));
    }

    @Test
    void a_standby_is_kept_from_two_instances_on() {
        context.run(started -> assertThat(
                        started.getBean(StreamProperties.class).of("client").get("num.standby.replicas"))
                .isEqualTo(1));
    }
}
