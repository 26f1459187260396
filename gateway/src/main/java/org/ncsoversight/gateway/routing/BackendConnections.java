package org.ncsoversight.gateway.routing;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HTTP/1.1 connections to the parts, kept open between requests; bodies flow through in both directions. */
@Configuration(proxyBeanMethods = false)
class BackendConnections {

    private static final int BUFFER_IN_BYTES = 32 * 1024;
    /** A look for a refusal waits a millisecond: one each 8 KiB, as by default, would halve the speed of an upload. */
    private static final long SENT_BETWEEN_LOOKS_IN_BYTES = 512 * 1024;

    private static final TimeValue CHECKED_WHEN_IDLE_FOR = TimeValue.ofMilliseconds(500);
    private static final TimeValue CLOSED_WHEN_IDLE_FOR = TimeValue.ofSeconds(10);

    // No cookies, redirects, decompression or credentials of its own: it carries requests of different people.
    @Bean(destroyMethod = "close")
    CloseableHttpClient backendClient(Backends backends) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                // Sees a refusal that comes while a large body is still being sent.
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setBufferSize(BUFFER_IN_BYTES)
                                .build())
                        .responseOutOfOrderStrategy(
                                new MonitoringResponseOutOfOrderStrategy(SENT_BETWEEN_LOOKS_IN_BYTES))
                        .build())
                .setMaxConnPerRoute(backends.connections())
                .setMaxConnTotal(backends.connections() * Part.values().length)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(backends.connectTimeout()))
                        .setSocketTimeout(Timeout.of(backends.readTimeout()))
                        .setValidateAfterInactivity(CHECKED_WHEN_IDLE_FOR)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(backends.readTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(backends.connectTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setRetryStrategy(new OnlyLostConnections())
                .evictIdleConnections(CLOSED_WHEN_IDLE_FOR)
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    /** Asks once more when a kept connection turns out to be closed and asking twice does no harm. */
    private static final class OnlyLostConnections extends DefaultHttpRequestRetryStrategy {

        OnlyLostConnections() {
            super(1, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
            return false;
        }
    }
}
