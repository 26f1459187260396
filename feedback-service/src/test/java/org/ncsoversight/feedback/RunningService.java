package org.ncsoversight.feedback;

import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on free ports, with a real broker and database; started once for all tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RunningService {

    static final FreezableProxy STORE = FreezableProxy.before(Mongo.uriOfNewDatabase());
    static final FreezableProxy ISSUER_KEYS = FreezableProxy.before(Tokens.jwksUri());

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        String database = Mongo.uriOfNewDatabase();
        properties.add("spring.mongodb.uri", () -> STORE.inPlaceOf(database));
        properties.add("spring.kafka.bootstrap-servers", RunningService::kafkaAddress);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> ISSUER_KEYS.inPlaceOf(Tokens.jwksUri()));
        properties.add("metrics.token", () -> ManagementPortSpecification.METRICS_TOKEN);
    }

    static String kafkaAddress() {
        return Kafka.bootstrapServersWith(
                "ncs.feedback.v1", "ncs.providers.v1", "ncs.feedback.dead-letters.v1", "ncs.feedback.replays.v1");
    }

    public int mainPort() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public int managementPort() {
        return environment.getRequiredProperty("local.management.port", Integer.class);
    }
}
