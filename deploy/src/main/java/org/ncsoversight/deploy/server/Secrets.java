package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The secrets of one data folder, each made when it is first asked for and then kept. */
public final class Secrets {

    private static final int LENGTH_IN_BYTES = 32;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Reads a file of secrets, or starts one that only its owner may read. */
    public static Secrets in(Path file) {
        var secrets = new Secrets(file);
        try {
            if (Files.notExists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.known.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    /** The secret of this name, such as {@code GATEWAY_CLIENT_SECRET}; standard base 64 of 32 random bytes. */
    public synchronized String get(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            byte[] bytes = new byte[LENGTH_IN_BYTES];
            random.nextBytes(bytes);
            secret = Base64.getEncoder().encodeToString(bytes);
            known.setProperty(name, secret);
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Made once for this data folder; without them its data cannot be used.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secret;
    }
}
