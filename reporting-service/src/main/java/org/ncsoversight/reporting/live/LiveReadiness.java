package org.ncsoversight.reporting.live;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ncsoversight.reporting.progress.ProgressWords;
import org.ncsoversight.reporting.readmodel.ReadinessKept;
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

    private final LiveSettings settings;
    private final ProgressWords heard;
    private final Semaphore free;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    LiveReadiness(LiveSettings settings, ProgressWords heard) {
        this.settings = settings;
        this.heard = heard;
        this.free = new Semaphore(settings.connections());
    }

    @EventListener
    void tell(ReadinessKept kept) {
        connections.forEach(connection -> connection.tell(kept));
    }

    /** Empty when all connections are taken. */
    public Optional<SseEmitter> connect(Predicate<String> interesting, long currentVersion) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        var connection = new Connection(interesting);
        connections.add(connection);
        Thread.ofVirtual().name("live-readiness").start(() -> serve(connection, currentVersion));
        return Optional.of(connection.emitter);
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
        } catch (IOException | IllegalStateException e) {
            // The page was closed.
            connection.emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
            free.release();
        }
    }

    private final class Connection {

        private final Predicate<String> interesting;
        private final SseEmitter emitter = new SseEmitter(settings.lifetime().toMillis());
        /** Room for one, the newest: the page reads everything anew whatever it is told. */
        private final BlockingQueue<Long> versions = new ArrayBlockingQueue<>(1);

        Connection(Predicate<String> interesting) {
            this.interesting = interesting;
            emitter.onCompletion(() -> connections.remove(this));
            emitter.onTimeout(emitter::complete);
        }

        void tell(ReadinessKept kept) {
            if (interesting.test(kept.ukprn())) {
                versions.clear();
                var _ = versions.offer(kept.version());
            }
        }

        void sendNext(long keepAliveMillis) throws IOException, InterruptedException {
            Long version = versions.poll(keepAliveMillis, TimeUnit.MILLISECONDS);
            if (version != null) {
                emitter.send(SseEmitter.event().name("readiness").data(version));
            }
            // Also keeps the connection open.
            emitter.send(SseEmitter.event().name("heard").data(heard.now()));
        }
    }
}
