package org.ncsoversight.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker which partitions nobody of a group reads; connects only for as long as it takes. */
final class UnreadPartitions {

    private static final int PATIENCE_IN_MILLIS = 3_000;

    private final Map<String, Object> connection;

    UnreadPartitions(Map<String, Object> kafka) {
        connection = new HashMap<>(kafka);
        connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_IN_MILLIS);
        connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_IN_MILLIS);
    }

    /** None when the broker does not answer: then there is nothing to read either. */
    boolean any(String group, Collection<String> topics) throws InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            Set<TopicPartition> unread = partitions(admin, topics);
            unread.removeAll(read(admin, group));
            return !unread.isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static Set<TopicPartition> partitions(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Set<TopicPartition> found = new HashSet<>();
        for (KafkaFuture<TopicDescription> answer :
                admin.describeTopics(topics).topicNameValues().values()) {
            try {
                TopicDescription topic = answer.get();
                topic.partitions().forEach(one -> found.add(new TopicPartition(topic.name(), one.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }

    private static Set<TopicPartition> read(Admin admin, String group) throws ExecutionException, InterruptedException {
        Set<TopicPartition> found = new HashSet<>();
        try {
            for (ConsumerGroupDescription described :
                    admin.describeConsumerGroups(List.of(group)).all().get().values()) {
                described
                        .members()
                        .forEach(member -> found.addAll(member.assignment().topicPartitions()));
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        return found;
    }
}
