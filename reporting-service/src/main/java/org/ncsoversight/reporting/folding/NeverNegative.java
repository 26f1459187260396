package org.ncsoversight.reporting.folding;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** A record without a time is as old as can be; the default would stop the stream. */
public final class NeverNegative implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(record.timestamp(), 0);
    }
}
