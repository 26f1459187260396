package org.ncsoversight.documents;

import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * How long the MongoDB client waits, whatever the connection string says. A server that accepts and then says nothing is
 * waited for once: by the time the read ends, the monitor has noticed too, so that the driver's one repeat finds no server
 * to ask and ends after {@link #SERVER_SELECTION}, and so does whatever is then tried to clean up. Together that is less
 * than 6 seconds.
 */
@Configuration(proxyBeanMethods = false)
public class ClientTimeouts {

    /** For a connection, and for each answer to the monitor. */
    static final Duration CONNECT = Duration.ofSeconds(2);

    /** For the next bytes of an answer, not for the whole: what streams may take as long as it flows. */
    static final Duration READ = Duration.ofMillis(3_500);

    static final Duration SERVER_SELECTION = Duration.ofSeconds(1);

    /** With {@link #CONNECT} less than {@link #READ}. */
    static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

    /** For a connection of the pool that somebody else uses. */
    static final Duration POOL = Duration.ofSeconds(1);

    // After the connection string was applied.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer clientTimeouts() {
        return ClientTimeouts::apply;
    }

    /** For a client that is made without Spring. */
    public static void apply(MongoClientSettings.Builder client) {
        client.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION.toMillis(), TimeUnit.MILLISECONDS))
                .applyToServerSettings(
                        server -> server.heartbeatFrequency(HEARTBEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(POOL.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(READ.toMillis(), TimeUnit.MILLISECONDS));
    }
}
