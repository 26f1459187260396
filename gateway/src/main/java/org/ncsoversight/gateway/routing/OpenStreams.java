package org.ncsoversight.gateway.routing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The event streams in progress: they have no end, so they are cut as soon as the gateway is to stop. */
@Component
class OpenStreams implements SmartLifecycle {

    private final Set<HttpUriRequestBase> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    void opened(HttpUriRequestBase stream) {
        open.add(stream);
        if (stopping) {
            stream.cancel();
        }
    }

    void ended(HttpUriRequestBase stream) {
        open.remove(stream);
    }

    boolean areBeingCut() {
        return stopping;
    }

    @Override
    public void start() {
        stopping = false;
    }

    @Override
    public void stop() {
        stopping = true;
        open.forEach(HttpUriRequestBase::cancel);
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /** Before the server begins to wait for the requests in hand. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
