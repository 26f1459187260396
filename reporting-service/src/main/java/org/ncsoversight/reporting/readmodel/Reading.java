package org.ncsoversight.reporting.readmodel;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** How far this instance has read what the stream published. */
@Component
public final class Reading {

    private static final String LAG = "records-lag";
    private static final String PARTITION_TAG = "partition";

    private final KafkaListenerEndpointRegistry listeners;
    private volatile @Nullable Instant kept;

    Reading(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    void kept(Instant published) {
        kept = published;
    }

    /** When the last of what is kept was published. */
    public Optional<Instant> keptUpTo() {
        return Optional.ofNullable(kept);
    }

    /** Records that were published and are not read; where nothing was fetched yet, nothing is known to be. */
    public long behind() {
        MessageListenerContainer container = listeners.getListenerContainer(ReadinessListener.READINESS);
        return container == null
                ? 0
                : container.metrics().values().stream()
                        .flatMap(metrics -> metrics.entrySet().stream())
                        .filter(metric -> isLag(metric.getKey()))
                        .mapToLong(metric -> number(metric.getValue()))
                        .sum();
    }

    /** Partitions read by this instance; all of them, when all is well. */
    public int partitions() {
        MessageListenerContainer container = listeners.getListenerContainer(ReadinessListener.READINESS);
        Collection<TopicPartition> assigned = container == null ? null : container.getAssignedPartitions();
        return assigned == null ? 0 : assigned.size();
    }

    private static boolean isLag(MetricName metric) {
        return metric.name().equals(LAG) && metric.tags().containsKey(PARTITION_TAG);
    }

    private static long number(Metric metric) {
        return metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())
                ? Math.max(0, number.longValue())
                : 0;
    }
}
