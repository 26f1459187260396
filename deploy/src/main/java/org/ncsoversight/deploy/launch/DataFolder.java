package org.ncsoversight.deploy.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.prepare.Folders;
import org.ncsoversight.deploy.server.Servers;
import org.ncsoversight.deploy.server.StartRefused;

/** The data of one platform, held by one start at a time. */
final class DataFolder implements AutoCloseable {

    private static final String ABOUT = "platform.properties";
    private static final String DEMONSTRATION = "demonstration";
    private static final String DEMONSTRATION_DAY = "demonstration-day";
    private static final String NOT_WANTED = "not wanted";
    private static final String ADMINISTRATOR = "administrator";
    private static final String PORT_OFFSET = "port-offset";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Path folder;
    private final FileChannel lock;
    private final Properties about;

    private DataFolder(Path folder, FileChannel lock, Properties about) {
        this.folder = folder;
        this.lock = lock;
        this.about = about;
    }

    /** Takes the folder for this start; empties it first when asked to. */
    static DataFolder take(Options options) {
        Path folder = options.data();
        boolean ours = Files.exists(folder.resolve(ABOUT));
        if (!ours && Folders.in(folder).stream().anyMatch(file -> !file.endsWith("lock"))) {
            throw new StartRefused(folder + " holds other files; name a new or empty folder with --data.");
        }
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(options);
            refuseLeftovers(options);
            if (options.fresh()) {
                Folders.in(folder).stream()
                        .filter(file -> !file.endsWith("lock"))
                        .forEach(Folders::delete);
            }
            Folders.keepToOwner(folder);
            var data = new DataFolder(folder, lock, read(folder.resolve(ABOUT)));
            data.fit(options);
            Files.createDirectories(data.logs());
            // What killed processes left.
            Folders.delete(data.temporary());
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Where servers put what they need for a moment, each in a folder of its own. */
    Path temporary() {
        return folder.resolve("tmp");
    }

    static PidFile pidFile(Path data, String name) {
        String mark = name.equals("launcher") ? Launch.class.getName() : Servers.mark(data);
        return new PidFile(data.resolve("processes").resolve(name), mark);
    }

    /** Processes of this data that still run, as their files remember them. */
    static List<PidFile> running(Path data) {
        return Folders.in(data.resolve("processes")).stream()
                .map(file -> pidFile(data, file.getFileName().toString()))
                .filter(file -> file.process().isPresent())
                .toList();
    }

    boolean wantsDemonstration(Options options) {
        return switch (options.demonstration()) {
            case YES -> true;
            case NO, PEOPLE_ONLY -> false;
            case WHEN_EMPTY -> about.getProperty(DEMONSTRATION, "").equals("wanted");
        };
    }

    /** Today when it is first asked for; a loading that was interrupted goes on with the same day, even on another one. */
    LocalDate demonstrationDay() {
        if (!about.containsKey(DEMONSTRATION_DAY)) {
            set(DEMONSTRATION_DAY, LocalDate.now(LONDON).toString());
        }
        return LocalDate.parse(about.getProperty(DEMONSTRATION_DAY));
    }

    void demonstrationIsLoaded() {
        set(DEMONSTRATION, "loaded");
    }

    /** Whether the people of the demonstration can sign in; decided when the data is begun. */
    boolean hasDemonstrationPeople() {
        return !about.getProperty(DEMONSTRATION, "").equals(NOT_WANTED);
    }

    /** Whether somebody was told how the first administrator signs in. */
    boolean administratorIsTold() {
        return about.containsKey(ADMINISTRATOR);
    }

    void tellAdministrator() {
        set(ADMINISTRATOR, "told");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fit(Options options) {
        String offset = about.getProperty(PORT_OFFSET);
        if (offset == null) {
            set(DEMONSTRATION, begunWith(options.demonstration()));
            set(PORT_OFFSET, "" + options.portOffset());
        } else if (!offset.equals("" + options.portOffset())) {
            close();
            throw new StartRefused("The data in " + folder + " belongs to --port-offset " + offset
                    + ", because addresses are part of sign-in; use that, or another --data folder, or --fresh.");
        } else if (options.demonstration() == Options.Demonstration.YES && !hasDemonstrationPeople()) {
            close();
            throw new StartRefused("The data in " + folder + " was begun without the demonstration, whose people have"
                    + " passwords that everybody knows; use another --data folder, or --fresh.");
        }
    }

    private static String begunWith(Options.Demonstration choice) {
        return switch (choice) {
            case WHEN_EMPTY, YES -> "wanted";
            case NO -> NOT_WANTED;
            case PEOPLE_ONLY -> "people";
        };
    }

    private void set(String name, String value) {
        about.setProperty(name, value);
        try (Writer writer = Files.newBufferedWriter(folder.resolve(ABOUT))) {
            about.store(writer, "What this folder was started with.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Options options) throws IOException {
        FileChannel channel =
                FileChannel.open(options.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (held(channel) == null) {
            channel.close();
            Optional<ProcessHandle> launcher =
                    pidFile(options.data(), "launcher").process();
            throw new StartRefused("A platform is already running on " + options.data()
                    + launcher.map(process -> " (process " + process.pid() + ")")
                            .orElse("")
                    + "; stop it with deploy/stop, or start another with --port-offset and --data.");
        }
        return channel;
    }

    private static @Nullable FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void refuseLeftovers(Options options) {
        List<PidFile> running = running(options.data());
        if (!running.isEmpty()) {
            throw new StartRefused("Processes of an earlier start still run ("
                    + String.join(
                            ", ",
                            running.stream()
                                    .map(file -> file.file().getFileName().toString())
                                    .toList())
                    + "); stop them with deploy/stop" + Stop.optionsFor(options) + ", then start again.");
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
