package org.ncsoversight.reporting.live;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ncsoversight.reporting.progress.ProgressWords;
import org.ncsoversight.reporting.readmodel.ReadinessKept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open connections, each served by a virtual thread of its own so that a slow one keeps nobody waiting. */
@Component
@EnableConfigurationProperties(LiveSettings.class)
public class LiveReadiness {

    /** How long a browser waits before it connects again. */
    private static final long RECONNECT_IN_MILLIS = 3_000;

    /** And how long one that made room for another page of the same person. */
    private static final long AFTER_GIVING_WAY_IN_MILLIS = 60_000;

    private final AtomicLong opened = new AtomicLong();
    private final LiveSettings settings;
    private final Supplier<String> heard;
    private final Semaphore free;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    @Autowired
    LiveReadiness(LiveSettings settings, ProgressWords heard) {
        this(settings, heard::now);
    }

    /** With what says how far this service has heard. */
    LiveReadiness(LiveSettings settings, Supplier<String> heard) {
        this.settings = settings;
        this.heard = heard;
        this.free = new Semaphore(settings.connections());
    }

    @EventListener
    void tell(ReadinessKept kept) {
        connections.forEach(connection -> connection.tell(kept));
    }

    /** Empty when all connections are taken; the oldest of a person who has too many makes room first. */
    public synchronized Optional<SseEmitter> connect(
            String person, Predicate<String> interesting, long currentVersion) {
        List<Connection> theirs = connections.stream()
                .filter(connection -> connection.person.equals(person))
                .sorted(Comparator.comparingLong(connection -> connection.number))
                .toList();
        theirs.stream()
                .limit(Math.max(0, theirs.size() - settings.perPerson() + 1))
                .forEach(this::giveWay);
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        var connection = new Connection(person, opened.incrementAndGet(), interesting);
        connections.add(connection);
        Thread.ofVirtual().name("live-readiness").start(() -> serve(connection, currentVersion));
        return Optional.of(connection.emitter);
    }

    private void giveWay(Connection connection) {
        end(connection);
        connection.wake();
    }

    private void end(Connection connection) {
        if (connections.remove(connection)) {
            free.release();
        }
    }

    private void serve(Connection connection, long currentVersion) {
        try {
            connection.emitter.send(SseEmitter.event()
                    .reconnectTime(RECONNECT_IN_MILLIS)
                    .name("readiness")
                    .data(currentVersion));
            while (connections.contains(connection)) {
                connection.sendNext(settings.keepAlive().toMillis());
            }
            connection.sayGoodbye();
        } catch (IOException | IllegalStateException e) {
            // The page was closed.
            connection.emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(connection);
        }
    }

    private final class Connection {

        private final String person;
        private final long number;
        private final Predicate<String> interesting;
        private final SseEmitter emitter = new SseEmitter(settings.lifetime().toMillis());
        /** Room for one, the newest: the page reads everything anew whatever it is told. */
        private final BlockingQueue<Long> versions = new ArrayBlockingQueue<>(1);

        Connection(String person, long number, Predicate<String> interesting) {
            this.person = person;
            this.number = number;
            this.interesting = interesting;
            emitter.onCompletion(() -> {
                end(this);
                wake();
            });
            emitter.onTimeout(emitter::complete);
        }

        void tell(ReadinessKept kept) {
            if (interesting.test(kept.ukprn())) {
                versions.clear();
                var _ = versions.offer(kept.version());
            }
        }

        /** Ends the wait for news, so that it is seen that there is nobody to wait for. */
        void wake() {
            var _ = versions.offer(0L);
        }

        // At once again, pages that are too many would push each other out without end.
        void sayGoodbye() throws IOException {
            emitter.send(
                    SseEmitter.event().reconnectTime(AFTER_GIVING_WAY_IN_MILLIS).comment("another page is open"));
            emitter.complete();
        }

        void sendNext(long keepAliveMillis) throws IOException, InterruptedException {
            Long version = versions.poll(keepAliveMillis, TimeUnit.MILLISECONDS);
            if (!connections.contains(this)) {
                return;
            }
            if (version != null) {
                emitter.send(SseEmitter.event().name("readiness").data(version));
            }
            // Also keeps the connection open.
            emitter.send(SseEmitter.event().name("heard").data(heard.get()));
        }
    }
}
