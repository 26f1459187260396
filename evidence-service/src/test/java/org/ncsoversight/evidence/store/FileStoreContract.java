package org.ncsoversight.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.EvidenceId;

/** What every file store must do. */
public abstract class FileStoreContract {

    /** Three chunks of the one in GridFS, the last not full. */
    private static final int SIZE_IN_BYTES = 2_500_000;

    private final byte[] bytes = new byte[SIZE_IN_BYTES];

    {
        new Random(1).nextBytes(bytes);
    }

    protected abstract FileStore store();

    @Test
    void what_was_written_is_read() throws IOException {
        var file = written();

        assertThat(read(file, 0, SIZE_IN_BYTES)).isEqualTo(bytes);
    }

    @Test
    void a_part_is_read_across_chunks() throws IOException {
        var file = written();

        assertThat(read(file, 1_048_570, 1_048_590)).isEqualTo(Arrays.copyOfRange(bytes, 1_048_570, 2_097_160));
        assertThat(read(file, SIZE_IN_BYTES - 1, 1))
                .isEqualTo(Arrays.copyOfRange(bytes, SIZE_IN_BYTES - 1, SIZE_IN_BYTES));
    }

    @Test
    void an_unfinished_upload_is_noticed_when_it_is_old_enough() {
        var upload = upload(UUID.randomUUID());
        store().begin(upload);

        assertThat(store().unfinishedSince(NOON.plusSeconds(1))).contains(upload);
        assertThat(store().unfinishedSince(NOON)).doesNotContain(upload);
    }

    @Test
    void a_finished_upload_is_forgotten_and_its_files_stay() throws IOException {
        var file = UUID.randomUUID();
        var upload = upload(file);
        store().begin(upload);
        store().write(file, new ByteArrayInputStream(bytes));

        store().finish(upload);

        assertThat(store().unfinishedSince(NOON.plusSeconds(1))).doesNotContain(upload);
        assertThat(read(file, 0, SIZE_IN_BYTES)).isEqualTo(bytes);
    }

    @Test
    void an_abandoned_upload_takes_its_files_along_even_those_never_written() throws IOException {
        var file = UUID.randomUUID();
        var upload = upload(file, UUID.randomUUID());
        store().begin(upload);
        store().write(file, new ByteArrayInputStream(bytes));

        store().abandon(upload);

        assertThat(store().unfinishedSince(NOON.plusSeconds(1))).doesNotContain(upload);
        assertThatThrownBy(() -> read(file, 0, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void an_upload_without_files_leaves_no_trace() {
        var upload = upload();
        store().begin(upload);

        assertThat(store().unfinishedSince(NOON.plusSeconds(1))).doesNotContain(upload);
    }

    private static FileStore.Upload upload(UUID... files) {
        return new FileStore.Upload(UUID.randomUUID(), new EvidenceId(UUID.randomUUID()), List.of(files), NOON);
    }

    private UUID written() throws IOException {
        var file = UUID.randomUUID();
        store().write(file, new ByteArrayInputStream(bytes));
        return file;
    }

    private byte[] read(UUID file, long from, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        store().read(file, from, length, out);
        return out.toByteArray();
    }
}
