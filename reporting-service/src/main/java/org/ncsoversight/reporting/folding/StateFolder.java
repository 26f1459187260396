package org.ncsoversight.reporting.folding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The folder where the stream keeps its state: held by one process at a time, and known again after a crash. */
final class StateFolder implements AutoCloseable {

    private static final int ID_LENGTH = 36;

    private final FileChannel channel;
    private final String id;

    private StateFolder(FileChannel channel, String id) {
        this.channel = channel;
        this.id = id;
    }

    static StateFolder hold(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("instance.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw NameTaken.inFolder(folder.toString());
            }
            return new StateFolder(channel, idIn(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for as long as the folder is. */
    String id() {
        return id;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system lets go of it when the process ends, however it ends. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String idIn(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(ID_LENGTH);
        int read = channel.read(bytes, 0);
        if (read == ID_LENGTH) {
            return new String(bytes.array(), StandardCharsets.US_ASCII);
        }
        String fresh = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(fresh.getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(true);
        return fresh;
    }
}
