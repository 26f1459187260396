package org.ncsoversight.evidence.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.FileScan.Trouble;
import org.ncsoversight.evidence.files.model.ScanState;
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

    /** What the store notes about scans, where a scanner is configured. */
    protected abstract FileScans scans();

    @Test
    void what_was_written_is_read() throws IOException {
        var file = written();

        assertThat(read(file, 0, SIZE_IN_BYTES)).isEqualTo(bytes);
    }

    @Test
    void nobody_but_the_scanner_gets_a_file_that_was_not_scanned() throws IOException {
        var file = quarantined();
        var scanner = new ByteArrayOutputStream();

        store().readForScan(file, scanner);

        assertThat(scanner.toByteArray()).isEqualTo(bytes);
        assertThat(scans().quarantined()).isEqualTo(1);
        assertThatThrownBy(() -> read(file, 0, 1)).isInstanceOf(FileWithheld.class);
    }

    @Test
    void an_infected_file_goes_and_what_was_found_stays() throws IOException {
        var file = quarantined();
        scans().keep(scanOf(file).infected("Eicar", NOON));

        store().discard(file);

        assertThat(scanOf(file).signature()).isEqualTo("Eicar");
        assertThatThrownBy(() -> read(file, 0, 1)).isInstanceOf(FileWithheld.class);
        assertThatThrownBy(() -> store().readForScan(file, new ByteArrayOutputStream()))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void a_file_is_due_once_it_is_complete_and_only_one_gets_it() throws IOException {
        var file = quarantined();
        var scan = scans().due(NOON, 10).getFirst();

        assertThat(scan.file()).isEqualTo(file);
        assertThat(scans().due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(scans().claim(scan, NOON.plusSeconds(60))).isTrue();
        assertThat(scans().claim(scan, NOON.plusSeconds(60))).isFalse();
        assertThat(scans().due(NOON, 10)).isEmpty();
        assertThat(scans().due(NOON.plusSeconds(60), 10)).hasSize(1);
    }

    @Test
    void what_became_of_a_scan_is_found_as_it_was() throws IOException {
        var failed = scanOf(quarantined()).failed(Trouble.SCANNER_AWAY, NOON.plusSeconds(4));
        scans().keep(failed);

        assertThat(scanOf(failed.file())).isEqualTo(failed);
        scans().keep(failed.clean(NOON.plusSeconds(5)));
        assertThat(scanOf(failed.file())).isEqualTo(failed.clean(NOON.plusSeconds(5)));
        assertThat(scans().due(NOON.plusSeconds(60), 10)).isEmpty();
        scans().forget(failed.file());
        assertThat(scans().quarantined()).isZero();
        assertThat(scanOf(failed.file()).state())
                .as("what is not known to be clean stays withheld")
                .isEqualTo(ScanState.QUARANTINED);
    }

    @Test
    void a_file_that_nothing_is_known_of_is_withheld_and_gets_its_turn() throws IOException {
        var clean = written();
        var unknown = quarantined();
        scans().forget(unknown);
        var unscanned = quarantined();
        scans().keep(FileScan.first(unscanned, ScanState.UNSCANNED, NOON));
        assertThatThrownBy(() -> read(unknown, 0, 1)).isInstanceOf(FileWithheld.class);
        assertThatThrownBy(() -> read(unscanned, 0, 1)).isInstanceOf(FileWithheld.class);

        @Nullable UUID last = null;
        for (int page = 0; page < 3; page++) {
            last = scans().enqueueUnscanned(last, 1).orElseThrow();
        }

        assertThat(scans().enqueueUnscanned(last, 1)).isEmpty();
        assertThat(scans().due(NOON, 10)).extracting(FileScan::file).containsExactlyInAnyOrder(unknown, unscanned);
        assertThat(scans().quarantined()).isEqualTo(2);
        assertThat(scanOf(clean).state()).isEqualTo(ScanState.CLEAN);
    }

    @Test
    void infected_files_are_listed_latest_first() throws IOException {
        var earlier = scanOf(quarantined()).infected("Eicar", NOON);
        var later = scanOf(quarantined()).infected("Eicar", NOON.plusSeconds(1));
        scanOf(quarantined());
        scans().keep(earlier);
        scans().keep(later);

        assertThat(scans().infected(10)).containsExactly(later, earlier);
        assertThat(scans().infected(1)).containsExactly(later);
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
        scans().keep(scanOf(file).clean(NOON));

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
        assertThatThrownBy(() -> read(file, 0, 1)).isInstanceOf(FileWithheld.class);
        assertThat(scans().quarantined()).isZero();
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
        var file = quarantined();
        scans().keep(scanOf(file).clean(NOON));
        return file;
    }

    private UUID quarantined() throws IOException {
        var file = UUID.randomUUID();
        store().write(file, new ByteArrayInputStream(bytes));
        return file;
    }

    private FileScan scanOf(UUID file) {
        return scans().of(List.of(file)).get(file);
    }

    private byte[] read(UUID file, long from, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        store().read(file, from, length, out);
        return out.toByteArray();
    }
}
