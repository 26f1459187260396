package org.ncsoversight.reporting.folding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** Kafka Streams' own clients, but each commit takes a while longer, and what it held is remembered. */
final class SlowCommits extends DefaultKafkaClientSupplier {

    private final Duration delay;
    private final List<Commit> commits = new ArrayList<>();

    SlowCommits(Duration delay) {
        this.delay = delay;
    }

    /** One transaction: how far it read, the keys it published readiness of, and when it was done. */
    record Commit(Map<TopicPartition, Long> offsets, List<String> published, long nanos) {}

    synchronized List<Commit> commits() {
        return List.copyOf(commits);
    }

    /** How far this topic is read, over all its partitions. */
    long readOf(String topic) {
        Map<TopicPartition, Long> reached = new HashMap<>();
        commits().forEach(commit -> reached.putAll(commit.offsets()));
        return reached.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        var calls = new Calls(super.getProducer(config));
        return (Producer<byte[], byte[]>)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Producer.class}, calls::invoke);
    }

    private final class Calls {

        private final Producer<byte[], byte[]> producer;
        private Map<TopicPartition, Long> offsets = new HashMap<>();
        private List<String> published = new ArrayList<>();

        Calls(Producer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "send" -> note((ProducerRecord<?, ?>) arguments[0]);
                case "sendOffsetsToTransaction" -> note((Map<?, ?>) arguments[0]);
                case "commitTransaction" -> {
                    LockSupport.parkNanos(delay.toNanos());
                    synchronized (SlowCommits.this) {
                        commits.add(new Commit(offsets, published, System.nanoTime()));
                    }
                    offsets = new HashMap<>();
                    published = new ArrayList<>();
                }
                default -> {
                    // Of no interest here.
                }
            }
            try {
                return method.invoke(producer, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void note(ProducerRecord<?, ?> record) {
            if (record.topic().equals("ncs.reporting.readiness.v1") && record.key() instanceof byte[] key) {
                published.add(new String(key, StandardCharsets.UTF_8));
            }
        }

        private void note(Map<?, ?> read) {
            read.forEach((partition, offset) ->
                    offsets.put((TopicPartition) partition, ((OffsetAndMetadata) offset).offset()));
        }
    }
}
