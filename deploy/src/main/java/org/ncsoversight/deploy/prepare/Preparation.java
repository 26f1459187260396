package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.ncsoversight.deploy.server.Jvm;
import org.ncsoversight.deploy.server.Prepared;
import org.ncsoversight.deploy.server.Servers;
import org.ncsoversight.deploy.server.StartRefused;

/**
 * Unpacks what the build made, each into a folder named after its content.
 *
 * <p>What is there already is left alone, so that a running platform keeps the files it runs from.
 */
public final class Preparation {

    private static final int AT_ONCE = 2;

    private final Path root;
    private final Path folder;
    private final Jvm jvm;
    private final Consumer<String> say;

    private Preparation(Path root, Jvm jvm, Consumer<String> say) {
        this.root = root;
        this.folder = folder(root);
        this.jvm = jvm;
        this.say = say;
    }

    /** Unpacks what is not unpacked; waits while another start does so. */
    public static Prepared of(Path root, Jvm jvm, Consumer<String> say) {
        var preparation = new Preparation(root, jvm, say);
        try {
            Files.createDirectories(preparation.folder);
            try (var channel = FileChannel.open(
                            preparation.folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return lock.isValid() ? preparation.prepare() : fail();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path root) {
        return root.resolve(".run/prepared");
    }

    private static Prepared fail() {
        throw new StartRefused("The lock on .run/prepared was lost.");
    }

    private Prepared prepare() {
        Prepared prepared = places();
        var unpacking = new Unpacking(root, prepared, jvm);
        List<String> services = Servers.SERVICES.stream()
                .filter(service -> Unpacking.missing(prepared.service(service)))
                .toList();
        boolean keycloak = Unpacking.missing(prepared.keycloak());
        if (keycloak || !services.isEmpty() || Unpacking.missing(prepared.libraries())) {
            say.accept("Unpacking this build, once:");
            unpack(unpacking, keycloak, services);
            new Outdated(folder).deleteExcept(prepared);
        }
        return prepared;
    }

    private void unpack(Unpacking unpacking, boolean keycloak, List<String> services) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            if (keycloak) {
                // It takes longer than all the others together.
                work.add(CompletableFuture.runAsync(() -> timed("keycloak built", unpacking::keycloak), workers));
            }
            work.add(CompletableFuture.runAsync(unpacking::libraries, workers));
            for (String service : services) {
                work.add(CompletableFuture.runAsync(
                        () -> timed(service + " unpacked", () -> unpacking.service(service)), workers));
            }
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : e;
        }
    }

    private void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        say.accept("  %-26s %5.1f s".formatted(what, (System.nanoTime() - start) / 1e9));
    }

    private Prepared places() {
        Path target = root.resolve("deploy/target");
        Map<String, Path> services = new HashMap<>();
        for (String service : Servers.SERVICES) {
            services.put(service, place(service, List.of(Unpacking.bootJar(root, Unpacking.module(service)))));
        }
        return new Prepared(
                place("libraries", Folders.in(target.resolve("lib"))), place("keycloak", keycloak()), services);
    }

    private List<Path> keycloak() {
        List<Path> jars =
                new ArrayList<>(Folders.in(Unpacking.keycloakDistribution(root).resolve("lib/lib/main")));
        jars.add(Unpacking.keycloakGuard(root));
        return jars;
    }

    private Path place(String name, List<Path> jars) {
        if (jars.isEmpty()) {
            throw new StartRefused("The build is incomplete: nothing for " + name + ". Run mvn -DskipTests package.");
        }
        return folder.resolve(name + "-" + ContentKey.of(jars, jvm.fingerprint()));
    }
}
