package org.ncsoversight.evidence.exchange.sending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Over HTTP, to the very addresses that were checked, under the name that was given: follows nobody elsewhere, waits only so
 * long, and reads nothing of the answer but its status.
 */
@Component
class HttpSender implements Sender {

    private static final int LONGEST_HEADER_IN_CHARACTERS = 16_384;
    private static final int MOST_HEADERS = 200;

    private final OutsideAddress outside;
    private final WebhookSettings settings;

    HttpSender(OutsideAddress outside, WebhookSettings settings) {
        this.outside = outside;
        this.settings = settings;
    }

    @Override
    public Outcome send(URI address, Map<String, String> headers, String body) {
        return switch (outside.lookUp(address)) {
            case OutsideAddress.Lookup.Refused(var why) -> new Outcome.Unreached(why);
            case OutsideAddress.Lookup.Found(var addresses) -> post(address, addresses, headers, body);
        };
    }

    private Outcome post(URI address, List<InetAddress> at, Map<String, String> headers, String body) {
        var request = new HttpPost(address);
        headers.forEach(request::addHeader);
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        // Times between bytes are limited by the client; a receiver that sends one now and then is cut off here.
        long longestInMillis = 2 * settings.timeout().toMillis();
        var later =
                CompletableFuture.delayedExecutor(longestInMillis, TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        var cut = CompletableFuture.runAsync(request::cancel, later);
        try (var http = clientOf(at)) {
            var answer = http.executeOpen(null, request, null);
            int status = answer.getCode();
            request.cancel();
            return new Outcome.Answered(status);
        } catch (IOException e) {
            return new Outcome.Unreached(e.getClass().getSimpleName());
        } finally {
            cut.cancel(false);
        }
    }

    /** For one message: a connection that is kept leads to where a name led before. */
    private CloseableHttpClient clientOf(List<InetAddress> addresses) {
        var timeout = Timeout.of(settings.timeout());
        var limits = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_IN_CHARACTERS)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedAddresses(addresses))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                // The handshake is waited for as long as the answer.
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }
}
