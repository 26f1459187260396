package org.ncsoversight.gateway.running;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.gateway.Gateway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The gateway as shipped, once for all tests, with one stub for all parts but outcomes, which nobody runs. */
public final class RunningGateway implements AutoCloseable {

    /** Where the notice stands, when there is one. */
    public static final Path NOTICE = Path.of("target", "notice.txt").toAbsolutePath();

    private static final RunningGateway ONLY = start(port -> {});

    public final FakeIdentityProvider identityProvider;
    public final StubPart part;
    public final MovableClock clock;
    public final String url;
    public final int port;
    public final int managementPort;
    private final ConfigurableApplicationContext context;

    private RunningGateway(
            FakeIdentityProvider identityProvider,
            StubPart part,
            MovableClock clock,
            int port,
            int managementPort,
            ConfigurableApplicationContext context) {
        this.context = context;
        this.clock = clock;
        this.identityProvider = identityProvider;
        this.part = part;
        this.port = port;
        this.managementPort = managementPort;
        this.url = "http://localhost:" + port;
    }

    public static RunningGateway get() {
        ONLY.identityProvider.comeBack();
        ONLY.clock.backToNow();
        ONLY.identityProvider.sessionsEnded = false;
        ONLY.identityProvider.accessTokenLife = java.time.Duration.ofMinutes(5);
        ONLY.part.answers(StubPart.html(200, "<title>Stub</title><main>Stub</main>"));
        return ONLY;
    }

    /** A caller with nothing but a token. */
    public Caller machine(String role) {
        return new Caller(this)
                .with("Authorization", "Bearer " + identityProvider.accessToken(role, "ncs-oversight-api"));
    }

    public Caller stranger() {
        return new Caller(this);
    }

    /** A caller of whom a proxy of ours says that it is at this address. */
    public Caller strangerAt(String address) {
        return new Caller(this).with("X-Forwarded-For", address);
    }

    /** A browser in which somebody of this role has signed in. */
    public Caller person(String role) {
        return new Caller(this).signIn(role);
    }

    /** One more, to be stopped. */
    public static RunningGateway another() {
        return start(port -> {});
    }

    /** One more; what comes to its port as soon as that is open is what {@code early} sends. */
    public static RunningGateway another(IntConsumer early) {
        return start(early);
    }

    @Override
    public void close() {
        context.close();
    }

    private static RunningGateway start(IntConsumer early) {
        try {
            var identityProvider = new FakeIdentityProvider();
            var part = new StubPart();
            int port = freePort();
            int managementPort = freePort();
            var clock = new MovableClock();
            ApplicationListener<WebServerInitializedEvent> whenOpen = event -> {
                if (event.getWebServer().getPort() == port) {
                    early.accept(port);
                }
            };
            var context = new SpringApplicationBuilder(Gateway.class)
                    .listeners(whenOpen)
                    .initializers((GenericApplicationContext starting) -> starting.registerBean(
                            "movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                    .run(arguments(identityProvider, part, port, managementPort));
            return new RunningGateway(identityProvider, part, clock, port, managementPort, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] arguments(
            FakeIdentityProvider identityProvider, StubPart part, int port, int managementPort) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--SERVER_PORT=" + port,
                "--PUBLIC_URL=http://localhost:" + port,
                "--MANAGEMENT_PORT=" + managementPort,
                "--METRICS_TOKEN=" + ManagementPortSpecification.METRICS_TOKEN,
                "--OIDC_ISSUER=" + identityProvider.issuer(),
                "--GATEWAY_CLIENT_SECRET=test-secret",
                "--BACKEND_READ_TIMEOUT=2s",
                "--IMPORT_BODY_LIMIT=3MB",
                "--TRUSTED_PROXIES=127.0.0.1",
                "--NOTICE_FILE=" + NOTICE,
                // All tests sign in from one address.
                "--SIGN_IN_BURST=2000",
                "--HEADERS_WITHIN=2s",
                "--BODY_HEAD_START=2s",
                "--OUTCOMES_URL=http://127.0.0.1:" + freePort()));
        for (String name : List.of("CRITERIA", "EVIDENCE", "FEEDBACK", "REPORTING")) {
            arguments.add("--" + name + "_URL=" + part.url());
        }
        return arguments.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
