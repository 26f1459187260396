package org.ncsoversight.deploy.launch;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoData;
import org.ncsoversight.deploy.server.Realm;

/** Loads the demonstration data behind the running pages, and says there and in the terminal how far it is. */
final class Demonstration implements AutoCloseable {

    private static final long GRACE_IN_MILLIS = 20_000;

    private final Platform platform;
    private final Consumer<String> say;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread loader;

    private Demonstration(Platform platform, Consumer<String> say) {
        this.platform = platform;
        this.say = say;
        this.loader = Thread.ofPlatform().daemon().name("demonstration").unstarted(this::load);
    }

    static Demonstration begin(Platform platform, Consumer<String> say) {
        var demonstration = new Demonstration(platform, say);
        demonstration.loader.start();
        return demonstration;
    }

    /** Waits until it is loaded, or cannot be. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Ends a loading under way; the next start goes on with it. */
    @Override
    public void close() {
        loader.interrupt();
        try {
            loader.join(GRACE_IN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        say.accept("demonstration data: loading behind the running pages");
        long began = System.nanoTime();
        try (var notice = new Notice(platform.notice(), words(0))) {
            load(notice);
            platform.demonstrationIsLoaded();
            say.accept("demonstration data: all there after %.1f s".formatted((System.nanoTime() - began) / 1e9));
        } catch (RuntimeException e) {
            if (!loader.isInterrupted()) {
                say.accept(
                        "demonstration data: not all could be loaded (" + e.getMessage() + "); what is there stays, and"
                                + " the next start goes on with it. The logs are in " + platform.logs());
            }
        } finally {
            ended.countDown();
        }
    }

    private void load(Notice notice) {
        String adminPassword = platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD");
        var accounts = new MachineAccounts(platform.addresses().keycloakUrl(), Realm.NAME, adminPassword);
        try {
            var api = new PlatformApi(platform.addresses().publicUrl());
            new DemoData(api, accounts, platform.demonstrationDay(), DemoData.MONTHS).load(part -> {
                say.accept("demonstration data: %d of %d, %s %s, %.1f s"
                        .formatted(
                                part.number(),
                                DemoData.PARTS,
                                String.format(Locale.UK, "%,d", part.made()),
                                part.what(),
                                part.took().toMillis() / 1e3));
                notice.say(words(part.number()));
            });
        } finally {
            // Removing the accounts again takes calls, which nobody interrupted may make.
            boolean interrupted = Thread.interrupted();
            accounts.close();
            if (interrupted) {
                loader.interrupt();
            }
        }
    }

    private static String words(int loaded) {
        return "Demonstration data is loading: %d of %d parts are there. Lists and figures are not complete yet."
                .formatted(loaded, DemoData.PARTS);
    }
}
