package org.ncsoversight.deploy.whole;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.launch.Options;
import org.ncsoversight.deploy.launch.Platform;

/** A platform of a test's own: empty, on other ports than a person's, with machine accounts to call it. */
final class TestPlatform implements AutoCloseable {

    /** Only what never comes takes so long: no machine is that slow. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Platform platform;
    private final MachineAccounts accounts;
    private final PlatformApi api;

    private TestPlatform(Platform platform) {
        this.platform = platform;
        this.accounts = new MachineAccounts(
                platform.addresses().keycloakUrl(),
                "ncs-oversight",
                platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD"));
        this.api = new PlatformApi(platform.addresses().publicUrl());
    }

    static TestPlatform start(Path data, int portOffset) {
        Options options = Options.at(Path.of(".."))
                .withData(data)
                .withPortOffset(portOffset)
                .with(Options.Demonstration.NO);
        return new TestPlatform(Platform.start(options, line -> System.out.println("  " + line)));
    }

    Platform platform() {
        return platform;
    }

    MachineAccounts accounts() {
        return accounts;
    }

    PlatformApi api() {
        return api;
    }

    /** Waits until the contract manager reads this band of a criterion, such as {@code READY}. */
    void awaitBand(String ukprn, String criterion, String band) {
        var manager = accounts.of("contract-manager");
        String wanted = "\"code\":\"" + criterion + "\",\"band\":\"" + band + "\"";
        await().atMost(PATIENCE)
                .until(() ->
                        api.get(manager, "/api/reporting/readiness/" + ukprn).contains(wanted));
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    @Override
    public void close() {
        platform.close();
    }
}
