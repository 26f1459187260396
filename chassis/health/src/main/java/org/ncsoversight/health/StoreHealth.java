package org.ncsoversight.health;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health {@code store} and the gauge {@code ncs.store.writable}; for services with a database of their own. */
@Configuration(proxyBeanMethods = false)
public class StoreHealth {

    @Bean
    StoreProbe storeHealthIndicator(MongoClient client, MongoConnectionDetails details) {
        ConnectionString uri = details.getConnectionString();
        String database = Objects.requireNonNull(uri.getDatabase(), "MONGODB_URI names no database");
        return new StoreProbe(client.getDatabase(database), Clock.systemUTC());
    }

    @Bean
    MeterBinder storeMeters(StoreProbe probe) {
        return meters -> Gauge.builder("ncs.store.writable", probe, store -> store.takesWrites() ? 1 : 0)
                .description("1 while the database takes writes")
                .register(meters);
    }
}
