package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * What one server says: {@code NAME.log}, and up to nine older pieces {@code NAME.1.log} to {@code NAME.9.log}.
 *
 * <p>The server itself appends to the file, so it never waits for the launcher and goes on without it. A full file is
 * copied aside and emptied under the writer's hands; a line written in that instant may be lost.
 */
public record LogFile(Path folder, String name) {

    public static final long LARGEST_IN_BYTES = 10_000_000;
    public static final int FILES = 10;

    private static final int TAIL_IN_BYTES = 16_384;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    public Path path() {
        return folder.resolve(name + ".log");
    }

    /** Begins an empty file that only its owner may read; what the start before said becomes the newest older piece. */
    void begin() throws IOException {
        synchronized (LogFile.class) {
            if (size() > 0) {
                makeRoom();
                Files.move(path(), piece(1), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(path());
            Files.createFile(path(), OWNER_ONLY);
        }
    }

    /** Sets a full file aside. */
    public void bound() {
        try {
            synchronized (LogFile.class) {
                if (size() > LARGEST_IN_BYTES) {
                    makeRoom();
                    setAside();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long size() {
        return path().toFile().length();
    }

    /** The last lines, for somebody who wants to know why. */
    public String lastLines(int count) {
        try (var file = new RandomAccessFile(path().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_IN_BYTES));
            var tail = new byte[(int) Math.min(TAIL_IN_BYTES, file.length() - file.getFilePointer())];
            file.readFully(tail);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(" + path() + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** A disk without room for the copy must not keep the file from being bounded. */
    private void setAside() throws IOException {
        try (var file = FileChannel.open(path(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Files.createFile(piece(1), OWNER_ONLY);
            try (var piece = FileChannel.open(piece(1), StandardOpenOption.WRITE)) {
                long copied = 0;
                while (copied < Math.min(file.size(), 2 * LARGEST_IN_BYTES)) {
                    copied += file.transferTo(copied, file.size() - copied, piece);
                }
            } catch (IOException e) {
                Files.deleteIfExists(piece(1));
            }
            file.truncate(0);
        }
    }

    private void makeRoom() throws IOException {
        Files.deleteIfExists(piece(FILES - 1));
        for (int number = FILES - 2; number >= 1; number--) {
            if (Files.exists(piece(number))) {
                Files.move(piece(number), piece(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path piece(int number) {
        return folder.resolve(name + "." + number + ".log");
    }
}
