package org.ncsoversight.deploy.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.prepare.Folders;
import org.ncsoversight.deploy.prepare.Preparation;
import org.ncsoversight.deploy.prepare.Training;
import org.ncsoversight.deploy.server.Addresses;
import org.ncsoversight.deploy.server.Jvm;
import org.ncsoversight.deploy.server.LogFile;
import org.ncsoversight.deploy.server.Prepared;
import org.ncsoversight.deploy.server.Realm;
import org.ncsoversight.deploy.server.RealmTemplate;
import org.ncsoversight.deploy.server.RunningServer;
import org.ncsoversight.deploy.server.Secrets;
import org.ncsoversight.deploy.server.Servers;
import org.ncsoversight.deploy.server.StartRefused;

/** The whole platform, running on this machine; what it started it also stops. */
public final class Platform implements AutoCloseable {

    /** Who starts when: all of a stage at once, a stage when the one before is ready to be used. */
    private static final List<List<String>> STAGES = List.of(List.of("kafka", "mongo", "keycloak"), Servers.SERVICES);

    /** Without Keycloak services start, and are ready; nobody signs in before it is there. */
    private static final List<String> NOT_WAITED_FOR = List.of("keycloak");

    /** Longer than any process lets its requests under way finish (the gateway's uploads: SHUTDOWN_GRACE, 60 s). */
    static final Duration GRACE = Duration.ofSeconds(65);

    private final Options options;
    private final DataFolder data;
    private final Servers servers;
    private final Realm realm;
    private final Consumer<String> say;
    private final Map<String, RunningServer> running = new LinkedHashMap<>();
    private final Tidying tidying;
    private @Nullable Supervision supervision;
    private boolean closed;

    private Platform(Options options, DataFolder data, Servers servers, Realm realm, Consumer<String> say) {
        this.options = options;
        this.data = data;
        this.servers = servers;
        this.realm = realm;
        this.say = say;
        this.tidying = new Tidying(options.data().resolve("mail"), this::logFiles, say);
    }

    /** Checks the machine, unpacks what is not unpacked, and makes everything ready to be started. */
    public static Platform prepare(Options options, Consumer<String> say) {
        Path deploy = options.root().resolve("deploy");
        Jvm jvm = Jvm.with(deploy.resolve("processes.properties"));
        DataFolder data = DataFolder.take(options);
        try {
            var addresses = Addresses.movedBy(options.portOffset());
            Machine.refuseTakenPorts(addresses);
            Machine.refuseLittleMemory(jvm.neededInMib());
            Prepared prepared = Preparation.of(options.root(), jvm, say);
            var secrets = Secrets.in(options.data().resolve("secrets.properties"));
            var template = new RealmTemplate(deploy.resolve("keycloak"), System.getenv());
            var realm = Realm.filledIn(template.json(data.hasDemonstrationPeople()), addresses, secrets);
            var servers = new Servers(deploy, options.data(), addresses, secrets, prepared, jvm, Jvm.Cache.USED);
            return new Platform(options, data, servers, realm, say);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Prepares and starts a platform; when that fails nothing is left running. */
    public static Platform start(Options options, Consumer<String> say) {
        Platform platform = prepare(options, say);
        try {
            platform.start();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** Whether later starts would be quicker after a training. */
    boolean untrained() {
        return Training.missing(servers.prepared());
    }

    /** Trains what is not trained here and now, before a start that is to be as quick as it can. */
    public void train() {
        if (untrained()) {
            boolean _ = Training.of(options.root(), servers.prepared(), servers.jvm(), say);
        }
    }

    /** From now on each server that was ready once and died is started again, until it dies too often. */
    public synchronized void supervise() {
        supervision = new Supervision(InstantSource.system(), say);
    }

    /** Starts every server and waits until all are ready. */
    public void start() {
        tidying.begin();
        realm.writeTo(servers.realmFile());
        new KafkaFolder(servers, data.logs()).format();
        for (List<String> stage : STAGES) {
            stage.forEach(this::launch);
            stage.stream().filter(name -> !NOT_WAITED_FOR.contains(name)).forEach(this::awaitReady);
        }
        NOT_WAITED_FOR.forEach(this::awaitReady);
    }

    /** Starts one server that was killed, and waits until it is ready. */
    public void start(String name) {
        launch(name);
        awaitReady(name);
    }

    /** Ends one server as a power cut would. */
    public void kill(String name) {
        running(name).kill();
    }

    /** Whether a server is ready to work now. */
    public boolean ready(String name) {
        return running(name).ready();
    }

    /** The most that a server's heap may take. */
    public long heapInMib(String name) {
        return servers.jvm().heapInMib(name);
    }

    public long pid(String name) {
        return running(name).pid();
    }

    public long residentInMib(String name) {
        return Machine.residentInMib(pid(name));
    }

    /** Every server, in the order they were first started. */
    public synchronized List<String> names() {
        return List.copyOf(running.keySet());
    }

    public Addresses addresses() {
        return servers.addresses();
    }

    public Secrets secrets() {
        return servers.secrets();
    }

    public List<Realm.Person> people() {
        return realm.people();
    }

    public Path logs() {
        return data.logs();
    }

    /** Resident memory of all servers together. */
    public long totalResidentInMib() {
        return names().stream().mapToLong(this::residentInMib).sum();
    }

    boolean wantsDemonstration() {
        return data.wantsDemonstration(options);
    }

    /** The day that the demonstration ends on; the same for all of it, whenever that is loaded. */
    LocalDate demonstrationDay() {
        return data.demonstrationDay();
    }

    void demonstrationIsLoaded() {
        data.demonstrationIsLoaded();
    }

    /** Where what the pages tell everybody who is signed in is written. */
    Path notice() {
        return servers.notice();
    }

    boolean hasDemonstrationPeople() {
        return data.hasDemonstrationPeople();
    }

    boolean administratorIsTold() {
        return data.administratorIsTold();
    }

    void tellAdministrator() {
        data.tellAdministrator();
    }

    /** Stops everything in reverse order: asked first, made to when it does not. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        tidying.close();
        if (supervision != null) {
            supervision.close();
        }
        for (List<String> stage : STAGES.reversed()) {
            List<RunningServer> servers = stage.reversed().stream()
                    .map(running::get)
                    .filter(Platform::alive)
                    .toList();
            servers.forEach(RunningServer::askToStop);
            servers.forEach(server -> server.stop(GRACE));
        }
        running.keySet().forEach(name -> pidFile(name).delete());
        Folders.delete(data.temporary());
        data.close();
    }

    private static boolean alive(@Nullable RunningServer server) {
        return server != null && server.alive();
    }

    private synchronized RunningServer launch(String name) {
        if (closed) {
            throw new StartRefused("Stopped while starting.");
        }
        // What it had put there when it was killed.
        Folders.delete(data.temporary().resolve(name));
        var server = RunningServer.start(servers.server(name), data.logs());
        running.put(name, server);
        pidFile(name).write(server.handle());
        say.accept("%-10s starting".formatted(name));
        return server;
    }

    private void awaitReady(String name) {
        RunningServer server = running(name);
        server.awaitReady(say);
        if (name.equals("kafka")) {
            new KafkaFolder(servers, data.logs()).createTopics();
        }
        say.accept("%-10s ready after %.1f s".formatted(name, server.age().toMillis() / 1e3));
        keep(server);
    }

    private synchronized void keep(RunningServer server) {
        if (supervision != null) {
            supervision.keep(server, () -> launch(server.name()), () -> awaitReady(server.name()));
        }
    }

    private synchronized List<LogFile> logFiles() {
        return running.values().stream().map(RunningServer::log).toList();
    }

    private synchronized RunningServer running(String name) {
        RunningServer server = running.get(name);
        if (server == null) {
            throw new IllegalArgumentException("no server is called " + name);
        }
        return server;
    }

    private PidFile pidFile(String name) {
        return DataFolder.pidFile(options.data(), name);
    }
}
