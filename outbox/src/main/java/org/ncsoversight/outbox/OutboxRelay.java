package org.ncsoversight.outbox;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;

/** Sends unsent events to Kafka in batches, in order per key, and marks them sent; a crash anywhere repeats, never loses. */
public final class OutboxRelay implements AutoCloseable {

    /**
     * How it reads.
     *
     * @param batchSize documents read at a time
     * @param pollInterval how long it sleeps when nothing woke it
     */
    public record Settings(int batchSize, Duration pollInterval) {}

    public OutboxRelay(
            List<MongoCollection<Document>> collections, Producer<String, String> producer, Settings settings) {}

    public void start() {}

    /** Tells the relay that something was just written, so that it need not wait for its next look. */
    public void wake() {}

    /** How many documents hold unsent events now. */
    public long unsent() {
        return 0;
    }

    @Override
    public void close() {}
}
