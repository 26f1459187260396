package org.ncsoversight.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries one request to a part and its answer back. The gateway's own exchange drains what a caller no longer wants,
 * and an event stream has no end.
 */
@Component
class BackendExchange implements ProxyExchange {

    private static final Set<String> SAID_BY_THE_BODY = Set.of("content-length", "transfer-encoding");

    private final HttpClient client;
    private final OpenStreams streams;

    BackendExchange(HttpClient backendClient, OpenStreams streams) {
        this.client = backendClient;
        this.streams = streams;
    }

    private record Received(HttpStatusCode getStatusCode, HttpHeaders getHeaders) implements Response {}

    @Override
    public ServerResponse exchange(Request request) {
        var asked = new HttpUriRequestBase(request.getMethod().name(), request.getUri());
        request.getHeaders().forEach((name, values) -> {
            if (!SAID_BY_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> asked.addHeader(name, value));
            }
        });
        try {
            addBody(asked, request.getServerRequest().servletRequest());
            var answer = new BackendAnswer(
                    asked, client.executeOpen(RoutingSupport.determineHost(asked), asked, null), streams);
            var received = new Received(answer.statusCode(), headersOf(answer));
            request.getResponseConsumers().forEach(consumer -> consumer.accept(received, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (HttpException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void addBody(HttpUriRequestBase asked, HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            asked.setEntity(new InputStreamEntity(request.getInputStream(), length, null));
        }
    }

    private static HttpHeaders headersOf(BackendAnswer answer) {
        var headers = new HttpHeaders();
        for (Header header : answer.received().getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        return headers;
    }
}
