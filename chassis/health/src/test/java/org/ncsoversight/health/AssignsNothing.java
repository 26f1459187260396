package org.ncsoversight.health;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Cluster;

/** A group whose members are there, and get nothing to read. */
public final class AssignsNothing implements ConsumerPartitionAssignor {

    @Override
    public GroupAssignment assign(Cluster cluster, GroupSubscription group) {
        return new GroupAssignment(group.groupSubscription().keySet().stream()
                .collect(Collectors.toMap(member -> member, _ -> new Assignment(List.of()))));
    }

    @Override
    public String name() {
        return "nothing";
    }
}
