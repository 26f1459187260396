package org.ncsoversight.outcomes.mongo;

import com.mongodb.MongoException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the indexes before anything else is done at start; until the database answers, the service is not ready. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WaitForMongo implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WaitForMongo.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final MongoCollections collections;

    WaitForMongo(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        while (true) {
            try {
                collections.createIndexes();
                new MongoTotals(collections).countAllOnce();
                return;
            } catch (MongoException e) {
                log.atWarn().addKeyValue("reason", e.getMessage()).log("The database does not answer yet");
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }
}
