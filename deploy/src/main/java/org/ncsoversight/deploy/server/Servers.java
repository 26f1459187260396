package org.ncsoversight.deploy.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.deploy.server.Jvm.Cache;

/** How each server is started, for one data folder and one set of addresses. */
public record Servers(
        Path deploy, Path data, Addresses addresses, Secrets secrets, Prepared prepared, Jvm jvm, Cache cache) {

    /** What the build makes, in the order it is started. */
    public static final List<String> SERVICES =
            List.of("criteria", "evidence", "feedback", "outcomes", "reporting", "gateway");

    /** What it needs beside its heap to read and write the file is given back at once. */
    private static final List<String> MONGO_FLAGS =
            List.of("-XX:MaxDirectMemorySize=96m", "-Djdk.nio.maxCachedBufferSize=262144");

    private static final List<String> KEYCLOAK_FLAGS = List.of(
            "-XX:MaxMetaspaceSize=256m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.security.egd=file:/dev/urandom",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    /** What the command line of every process of a platform contains. */
    public static String mark(Path data) {
        return "-Dncs.platform=" + data;
    }

    public Server server(String name) {
        return switch (name) {
            case "kafka" -> kafka();
            case "mongo" -> mongo();
            case "keycloak" -> keycloak();
            case "gateway" -> gateway();
            default -> service(name);
        };
    }

    /** The command that makes an empty folder one that Kafka starts from. */
    public List<String> formatKafka() {
        List<String> command = command("kafka", prepared.libraries().resolve("format.aot"));
        command.addAll(List.of("-cp", libraries(), "kafka.tools.StorageTool", "format", "--ignore-formatted"));
        command.addAll(
                List.of("-t", "MkU3OEVBNTcwNTJENDM2Qk", "-c", kafkaProperties().toString()));
        return command;
    }

    private Server kafka() {
        List<String> command = command("kafka", prepared.cache("kafka"));
        command.add("-Dlog4j2.configurationFile=" + deploy.resolve("log4j2.xml"));
        command.addAll(
                List.of("-cp", libraries(), "kafka.Kafka", kafkaProperties().toString()));
        return new Server("kafka", prepared.libraries(), command, Map.of(), Readiness.listens(addresses.port("kafka")));
    }

    private Server mongo() {
        List<String> command = command("mongo", prepared.cache("mongo"));
        command.addAll(MONGO_FLAGS);
        command.add("-Dlog4j2.configurationFile=" + deploy.resolve("log4j2.xml"));
        command.addAll(List.of("-cp", libraries(), "org.ncsoversight.mongo.LocalMongoServer"));
        command.addAll(List.of(folder("mongo").resolve("data.mv").toString(), "" + addresses.port("mongo")));
        return new Server("mongo", prepared.libraries(), command, Map.of(), Readiness.listens(addresses.port("mongo")));
    }

    private Server keycloak() {
        Path home = keycloakHome();
        List<String> command = command("keycloak", prepared.cache("keycloak"));
        command.addAll(KEYCLOAK_FLAGS);
        command.add("-Dkc.home.dir=" + home);
        command.addAll(List.of(
                "-cp", prepared.keycloak().resolve("lib/quarkus-run.jar").toString()));
        command.addAll(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start", "--optimized"));
        command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1", "--cache=local", "--import-realm"));
        command.add("--http-port=" + addresses.port("keycloak"));
        command.add("--http-management-port=" + addresses.port("keycloak management"));
        command.add("--hostname=" + addresses.keycloakUrl());
        return new Server(
                "keycloak",
                home,
                command,
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.get("KEYCLOAK_ADMIN_PASSWORD")),
                Readiness.answers(addresses.http("keycloak management") + "/health/ready"));
    }

    private Server service(String name) {
        Map<String, String> environment = settingsOfAll(name);
        environment.put("MONGODB_URI", addresses.mongo() + "/" + name);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
        if (name.equals("criteria")) {
            environment.put("KEYCLOAK_ADMIN_URL", addresses.http("keycloak"));
            environment.put("PEOPLE_CLIENT_SECRET", secrets.get("PEOPLE_CLIENT_SECRET"));
        }
        if (name.equals("evidence")) {
            environment.put("PUBLIC_URL", addresses.publicUrl().toString());
            environment.put("EVIDENCE_MAIL_FOLDER", folder("mail").toString());
            // A platform on one machine is for trying things out, receivers of webhooks included.
            environment.put("EVIDENCE_WEBHOOKS_ALLOW_LOOPBACK", "true");
            environment.put("EVIDENCE_WEBHOOKS_LOOPBACK_PORTS", addresses.portsLeftToOthers());
        }
        if (name.equals("outcomes")) {
            environment.put("OUTCOMES_PSEUDONYM_KEY", secrets.get("OUTCOMES_PSEUDONYM_KEY"));
        }
        if (name.equals("reporting")) {
            environment.put("REPORTING_STATE_DIR", folder("streams").toString());
        }
        return boot(name, name + "-service.jar", environment);
    }

    private Server gateway() {
        Map<String, String> environment = settingsOfAll("gateway");
        environment.put("PUBLIC_URL", addresses.publicUrl().toString());
        environment.put("GATEWAY_CLIENT_SECRET", secrets.get("GATEWAY_CLIENT_SECRET"));
        environment.put("NOTICE_FILE", notice().toString());
        for (String service : SERVICES.subList(0, SERVICES.indexOf("gateway"))) {
            environment.put(service.toUpperCase(Locale.ROOT) + "_URL", addresses.http(service));
        }
        return boot("gateway", "gateway.jar", environment);
    }

    private Map<String, String> settingsOfAll(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", "" + addresses.port(name));
        environment.put("OIDC_ISSUER", addresses.keycloakUrl() + "/realms/" + Realm.NAME);
        environment.put("MANAGEMENT_PORT", "" + addresses.port(Addresses.management(name)));
        environment.put("METRICS_TOKEN", secrets.get("METRICS_TOKEN"));
        environment.put(
                "OIDC_JWKS_URI",
                addresses.http("keycloak") + "/realms/" + Realm.NAME + "/protocol/openid-connect/certs");
        return environment;
    }

    private Server boot(String name, String jar, Map<String, String> environment) {
        List<String> command = command(name, prepared.cache(name));
        command.addAll(List.of("-jar", jar));
        return new Server(
                name,
                prepared.service(name),
                command,
                environment,
                Readiness.answers(addresses.http(Addresses.management(name)) + "/actuator/health/readiness"));
    }

    private List<String> command(String name, Path cacheFile) {
        List<String> command = jvm.command(name, mark(data), cacheFile, cache);
        command.add("-Djava.io.tmpdir=" + folder("tmp/" + name));
        command.add("-XX:ErrorFile=" + folder("logs").resolve(name + ".crash.log"));
        return command;
    }

    private String libraries() {
        try (Stream<Path> jars = Files.list(prepared.libraries().resolve("lib"))) {
            // Sorted and spelt out: a cache holds for exactly one class path.
            return jars.map(jar -> "lib/" + jar.getFileName()).sorted().collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path kafkaProperties() {
        Path file = folder("kafka").resolve("server.properties");
        try {
            String template = Files.readString(deploy.resolve("kafka/server.properties"));
            Files.writeString(
                    file,
                    template.replace("@PORT@", "" + addresses.port("kafka"))
                            .replace("@CONTROLLER_PORT@", "" + addresses.port("kafka controller"))
                            .replace("@FOLDER@", kafkaLog().toString()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the pages tell everybody who is signed in. */
    public Path notice() {
        return data.resolve("notice.txt");
    }

    /** Where Kafka keeps its data; there once it is formatted. */
    public Path kafkaLog() {
        return data.resolve("kafka/log");
    }

    /** Where Keycloak imports a realm from that it does not have yet. */
    public Path realmFile() {
        return keycloakHome().resolve("data/import/" + Realm.NAME + "-realm.json");
    }

    /** Keycloak keeps its data under its home; the programs stay where they are prepared. */
    private Path keycloakHome() {
        Path home = folder("keycloak");
        link(home.resolve("lib"), prepared.keycloak().resolve("lib"));
        link(home.resolve("providers"), prepared.keycloak().resolve("providers"));
        link(home.resolve("themes"), deploy.resolve("keycloak/theme"));
        link(
                folder("keycloak/data/password-blacklists").resolve("common-passwords.txt"),
                deploy.resolve("keycloak/common-passwords.txt"));
        return home;
    }

    private static void link(Path from, Path to) {
        try {
            Files.deleteIfExists(from);
            Files.createSymbolicLink(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
