package org.ncsoversight.reporting.folding;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for another living process under our name in the stream's group.
 *
 * <p>A process that was killed stays a member until its session ends. If it came with our client id it was ourselves;
 * otherwise only time tells a ghost from the living. A member that took the place of another keeps the other's client id,
 * so that after we were fenced it is no sign any more.
 */
final class Namesakes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** When it is still there after this, it lives. */
    private static final long LOOKS = Duration.ofMillis(StreamProperties.SESSION_TIMEOUT_IN_MILLIS)
            .plusSeconds(3)
            .dividedBy(BETWEEN_LOOKS);

    private final Map<String, Object> adminProperties;
    private final String instance;
    private final String clientId;

    Namesakes(Map<String, Object> adminProperties, String instance, String clientId) {
        this.adminProperties = Map.copyOf(adminProperties);
        this.instance = instance;
        this.clientId = clientId;
    }

    /** The host of a living namesake; empty as well when Kafka cannot be asked. */
    Optional<String> living(CountDownLatch stopping, boolean fenced) throws InterruptedException {
        Admin admin = null;
        try {
            admin = Admin.create(adminProperties);
            Optional<String> host = host(admin, fenced);
            for (long look = 1; look < LOOKS && host.isPresent(); look++) {
                if (stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return Optional.empty();
                }
                host = host(admin, fenced);
            }
            return host;
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            if (admin != null) {
                // What was not answered is not waited for.
                admin.close(Duration.ZERO);
            }
        }
    }

    private Optional<String> host(Admin admin, boolean fenced)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .describeConsumerGroups(List.of(ReadinessTopology.APPLICATION_ID))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .values()
                .stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> isNamedLikeUs(member.groupInstanceId().orElse(null)))
                .filter(member -> fenced || !member.clientId().startsWith(clientId))
                .map(MemberDescription::host)
                .findFirst();
    }

    /** Kafka Streams adds the number of the thread. */
    private boolean isNamedLikeUs(@Nullable String member) {
        return member != null && member.matches("\\Q" + instance + "\\E-[0-9]+");
    }
}
