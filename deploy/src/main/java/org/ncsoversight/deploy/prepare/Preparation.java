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
 * Unpacks what the build made, each into a folder named after its content, and trains the caches of loaded classes.
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
        this.folder = root.resolve(".run/prepared");
        this.jvm = jvm;
        this.say = say;
    }

    /** Prepares what is not prepared; waits while another start does so. */
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

    private static Prepared fail() {
        throw new StartRefused("The lock on .run/prepared was lost.");
    }

    private Prepared prepare() {
        Prepared prepared = places();
        Unpacking unpacking = new Unpacking(root, prepared, jvm);
        List<String> untrained = new ArrayList<>();
        for (String service : prepared.services().keySet()) {
            if (Training.missing(prepared.service(service))) {
                untrained.add(service);
            }
        }
        unpacking.libraries();
        boolean keycloak = Training.missing(prepared.keycloak());
        if (keycloak || !untrained.isEmpty() || Training.missing(prepared.libraries())) {
            say.accept("Preparing this build, once:");
            prepare(prepared, unpacking, keycloak, untrained);
            new Outdated(folder).deleteExcept(prepared);
        }
        return prepared;
    }

    private void prepare(Prepared prepared, Unpacking unpacking, boolean keycloak, List<String> untrained) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
                var training = new Training(root, folder.resolve("training"), prepared, jvm)) {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            if (keycloak) {
                work.add(CompletableFuture.runAsync(
                        () -> {
                            timed("keycloak built", unpacking::keycloak);
                            trained("keycloak", training::keycloak);
                        },
                        workers));
            }
            CompletableFuture<Void> surroundings =
                    CompletableFuture.runAsync(() -> timed("kafka and mongo running", training::surroundings), workers);
            for (String service : untrained) {
                work.add(surroundings.thenRunAsync(
                        () -> {
                            timed(service + " unpacked", () -> unpacking.service(service));
                            trained(service, () -> training.service(service));
                        },
                        workers));
            }
            work.add(surroundings);
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
            trained("kafka and mongo", training::finish);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : e;
        }
    }

    /** Without its cache a server is slower to start, nothing worse. */
    private void trained(String what, Runnable training) {
        try {
            timed(what + " trained", training);
        } catch (StartRefused e) {
            say.accept("  %-26s not trained, starts slower: %s".formatted(what, e.getMessage()));
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
