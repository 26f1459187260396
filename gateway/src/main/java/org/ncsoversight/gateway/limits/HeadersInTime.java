package org.ncsoversight.gateway.limits;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP whose request line and headers have to arrive within one time altogether. The server's own time-out begins anew
 * with each byte, so that one byte now and then keeps a connection for ever. It makes this by name.
 */
public final class HeadersInTime extends Http11NioProtocol {

    private Duration within = Duration.ofSeconds(20);

    void setWithin(Duration within) {
        this.within = within;
    }

    @Override
    protected Processor createProcessor() {
        return new Timed(this, getAdapter(), within.toNanos());
    }

    private static final class Timed extends Http11Processor {

        private final long withinNanos;
        private @Nullable SocketWrapperBase<?> waitingFor;
        private long since;

        Timed(HeadersInTime protocol, Adapter adapter, long withinNanos) {
            super(protocol, adapter);
            this.withinNanos = withinNanos;
        }

        // Asked whenever something has arrived; LONG says that the headers are not complete.
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            long now = System.nanoTime();
            boolean first = !socket.equals(waitingFor);
            if (!first && now - since > withinNanos) {
                waitingFor = null;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                waitingFor = null;
            } else if (first) {
                waitingFor = socket;
                since = now;
            }
            return state;
        }
    }
}
