package org.ncsoversight.mongo.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.ncsoversight.mongo.memory.Refusal;

/** Refuses to write while the disk is nearly full, so that there is always room for what has been begun. */
public record DiskSpace(LongSupplier usableInBytes) {

    public static final long RESERVE_IN_BYTES = 64L << 20;

    /** Deleting needs a little room before it makes some. */
    private static final long RESERVE_OF_DELETING_IN_BYTES = 16L << 20;

    private static final long LEAST_FOR_A_COMMIT_IN_BYTES = 1L << 20;

    /** Asks the same file system each time: to find it takes longer than to ask it. */
    public static DiskSpace around(Path file) {
        try {
            FileStore disk = Files.getFileStore(file.toAbsolutePath().getParent());
            return new DiskSpace(() -> usableOf(disk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long usableOf(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void requireForWriting() {
        require(RESERVE_IN_BYTES);
    }

    public void requireForDeleting() {
        require(RESERVE_OF_DELETING_IN_BYTES);
    }

    private void require(long bytes) {
        if (usableInBytes.getAsLong() < bytes) {
            throw Refusal.outOfDiskSpace(bytes);
        }
    }

    public boolean isShort() {
        return usableInBytes.getAsLong() < RESERVE_IN_BYTES;
    }

    /** Whether a failure to write was for want of room. */
    public static boolean isAbout(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).matches("(?s).*No (space left|room for).*"));
    }

    /** Gives up what is not in the file yet rather than begin to write it. */
    public void requireRoomFor(MVStore store) {
        long needed = LEAST_FOR_A_COMMIT_IN_BYTES + store.getUnsavedMemory();
        if (usableInBytes.getAsLong() < needed) {
            store.closeImmediately();
            throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "No room for {0} bytes", needed);
        }
    }
}
