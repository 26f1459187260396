package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ncsoversight.deploy.server.Jvm;
import org.ncsoversight.deploy.server.Prepared;
import org.ncsoversight.deploy.server.StartRefused;

/** Puts the results of the build where servers are started from. */
record Unpacking(Path root, Prepared prepared, Jvm jvm) {

    /** Written last: a folder without it was left half done. */
    private static final String DONE = "unpacked";

    /** The module that a service is built by. */
    static String module(String service) {
        return service.equals("gateway") ? service : service + "-service";
    }

    static Path bootJar(Path root, String module) {
        return bootJar(root, module, module);
    }

    private static Path bootJar(Path root, String module, String name) {
        return Folders.in(root.resolve(module).resolve("target")).stream()
                .filter(file -> file.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "The build is incomplete: no jar of " + module + ". Run mvn -DskipTests package."));
    }

    static Path keycloakDistribution(Path root) {
        return Folders.in(root.resolve("deploy/target/keycloak")).stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () -> new StartRefused("The build is incomplete: no Keycloak. Run mvn -DskipTests package."));
    }

    static Path keycloakGuard(Path root) {
        return bootJar(root.resolve("deploy"), "guard", "keycloak-guard");
    }

    static boolean missing(Path home) {
        return Files.notExists(home.resolve(DONE));
    }

    void service(String name) {
        String module = module(name);
        Path home = prepared.service(name);
        unless(home, () -> {
            Path jar = bootJar(root, module);
            command(
                    home,
                    List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", "."));
            try {
                Files.move(home.resolve(jar.getFileName()), home.resolve(module + ".jar"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void libraries() {
        Path home = prepared.libraries();
        unless(home, () -> Folders.copy(root.resolve("deploy/target/lib"), home.resolve("lib")));
    }

    void keycloak() {
        Path home = prepared.keycloak();
        unless(home, () -> {
            Folders.delete(home);
            Folders.copy(keycloakDistribution(root), home);
            copy(keycloakGuard(root), home.resolve("providers/keycloak-guard.jar"));
            Command.run(
                    "Building Keycloak",
                    home,
                    home.resolve("build.log"),
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC"),
                    List.of(
                            "bin/kc.sh",
                            "build",
                            "--db=dev-file",
                            "--health-enabled=true",
                            "--metrics-enabled=false",
                            "--features=organization"));
        });
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(Path home, List<String> arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(jvm.java().toString(), "-Xshare:auto"));
        command.addAll(arguments);
        Command.run("Unpacking " + home.getFileName(), home, home.resolve("unpack.log"), Map.of(), command);
    }

    private static void unless(Path home, Runnable work) {
        if (!missing(home)) {
            return;
        }
        try {
            Folders.delete(home);
            Files.createDirectories(home);
            work.run();
            Files.createFile(home.resolve(DONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
