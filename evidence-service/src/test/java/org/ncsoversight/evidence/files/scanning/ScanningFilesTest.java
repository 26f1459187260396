package org.ncsoversight.evidence.files.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.FileScan.Trouble;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileWithheld;
import org.ncsoversight.evidence.store.InMemoryFileScans;
import org.ncsoversight.evidence.store.InMemoryFileStore;
import org.springframework.util.unit.DataSize;

/** A scanner that is away, slow or strange never lets a file through. */
class ScanningFilesTest {

    private static final byte[] BYTES = "harmless".getBytes(StandardCharsets.UTF_8);

    private final InMemoryFileScans scans = new InMemoryFileScans(ScanState.QUARANTINED);
    private final InMemoryFileStore files = new InMemoryFileStore(scans);
    private Instant now = NOON;

    @Test
    void a_clean_file_is_let_go() throws IOException {
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: OK"))) {
            var file = received();

            pass(clamd.address());

            assertThat(scanOf(file).state()).isEqualTo(ScanState.CLEAN);
            files.read(file, 0, BYTES.length, OutputStream.nullOutputStream());
        }
    }

    @Test
    void an_infected_file_loses_its_content_and_keeps_its_record() throws IOException {
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: Win.Test FOUND FOUND"))) {
            var file = received();

            pass(clamd.address());

            assertThat(scanOf(file).state()).isEqualTo(ScanState.INFECTED);
            assertThat(scanOf(file).signature()).isEqualTo("Win.Test FOUND");
            assertThat(files.count()).isZero();
        }
    }

    @Test
    void with_the_scanner_away_everything_waits_longer_and_longer_and_then_goes_on() throws IOException {
        String nobody = "127.0.0.1:" + freePort();
        var first = received();
        var second = received();

        pass(nobody);

        assertThat(scanOf(first).trouble()).isEqualTo(Trouble.SCANNER_AWAY);
        assertThat(scanOf(second).trouble()).as("not asked, as nobody answers").isNull();
        assertWithheld(first);
        assertThat(scanOf(first).due()).isEqualTo(NOON.plusSeconds(1));
        now = NOON.plusSeconds(1);
        pass(nobody);
        pass(nobody);
        assertThat(scanOf(first).due()).isEqualTo(now.plusSeconds(2));

        now = NOON.plusSeconds(60);
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: OK"))) {
            pass(clamd.address());
        }
        assertThat(scanOf(first).state()).isEqualTo(ScanState.CLEAN);
        assertThat(scanOf(first).trouble()).isNull();
        assertThat(scanOf(second).state()).isEqualTo(ScanState.CLEAN);
    }

    @Test
    void the_pause_has_an_end() throws IOException {
        String nobody = "127.0.0.1:" + freePort();
        var file = received();
        for (int i = 0; i < 8; i++) {
            pass(nobody);
            now = now.plusSeconds(60);
        }

        assertThat(scanOf(file).attempts()).isEqualTo(8);
        assertThat(scanOf(file).due()).isEqualTo(now.minusSeconds(60).plusSeconds(10));
    }

    @Test
    void a_scanner_that_says_nothing_or_hangs_up_is_given_up_in_time() throws IOException {
        for (var manners : List.of(FakeClamd.SILENT, FakeClamd.HANGS_UP)) {
            try (var clamd = new FakeClamd(manners)) {
                var file = received();

                pass(clamd.address());

                assertThat(scanOf(file).trouble()).isEqualTo(Trouble.SCANNER_AWAY);
                assertWithheld(file);
                scans.forget(file);
            }
        }
    }

    @Test
    void an_answer_that_is_no_finding_lets_nothing_through() throws IOException {
        for (String answer : List.of("stream: Can't allocate memory ERROR", "UNKNOWN COMMAND", "stream: OKAY")) {
            try (var clamd = new FakeClamd(FakeClamd.answers(answer))) {
                var file = received();

                pass(clamd.address());

                assertThat(scanOf(file).trouble()).as(answer).isEqualTo(Trouble.SCANNER_FAILED);
                assertWithheld(file);
                scans.forget(file);
            }
        }
    }

    @Test
    void a_file_larger_than_the_scanner_takes_stays_in_quarantine() throws IOException {
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: OK"))) {
            var just = received(new byte[100]);
            var more = received(new byte[101]);

            pass(clamd.address());

            assertThat(scanOf(just).state()).isEqualTo(ScanState.CLEAN);
            assertThat(scanOf(more).trouble()).isEqualTo(Trouble.TOO_LARGE_TO_SCAN);
            assertWithheld(more);
        }
    }

    @Test
    void a_file_that_is_gone_is_forgotten() throws IOException {
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: OK"))) {
            var file = received();
            files.discard(file);

            pass(clamd.address());

            assertThat(scans.quarantined()).isZero();
        }
    }

    @Test
    void a_file_with_a_part_missing_stays_withheld_and_is_tried_again() throws IOException {
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: OK"))) {
            var file = received();
            var next = received();
            files.damage(file);

            pass(clamd.address());

            assertThat(scanOf(file).trouble()).isEqualTo(Trouble.SCANNER_FAILED);
            assertWithheld(file);
            assertThat(scanOf(next).state()).isEqualTo(ScanState.CLEAN);
        }
    }

    @Test
    void what_was_kept_before_there_was_a_scanner_is_withheld_until_it_had_its_turn() throws IOException {
        var unscanned = new InMemoryFileScans(ScanState.UNSCANNED);
        var early = new InMemoryFileStore(unscanned);
        var file = UUID.randomUUID();
        early.write(file, new ByteArrayInputStream(BYTES));
        early.read(file, 0, 1, OutputStream.nullOutputStream());

        unscanned.scannerComes();
        assertThatThrownBy(() -> early.read(file, 0, 1, OutputStream.nullOutputStream()))
                .isInstanceOf(FileWithheld.class);
        try (var clamd = new FakeClamd(FakeClamd.answers("stream: OK"))) {
            scanner(clamd.address(), unscanned, early).pass();
        }

        early.read(file, 0, 1, OutputStream.nullOutputStream());
    }

    @Test
    void a_crash_between_finding_and_removing_is_made_good() throws IOException {
        var file = received();
        scans.keep(scanOf(file).infected("Win.Test", now));

        pass("127.0.0.1:" + freePort());

        assertThat(files.count()).isZero();
        assertThat(scanOf(file).due()).isNull();
    }

    @Test
    void without_a_scanner_nothing_is_asked() throws IOException {
        var file = received();

        pass("");

        assertThat(scanOf(file).attempts()).isZero();
    }

    private void pass(String address) {
        scanner(address, scans, files).pass();
    }

    private ScanFiles scanner(String address, InMemoryFileScans known, InMemoryFileStore store) {
        var settings = new ClamdSettings(
                address, DataSize.ofBytes(100), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(10));
        InstantSource source = () -> now;
        return new ScanFiles(known, store, settings, clock(source), new SimpleMeterRegistry());
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    private UUID received() throws IOException {
        return received(BYTES);
    }

    private UUID received(byte[] bytes) throws IOException {
        var file = UUID.randomUUID();
        files.write(file, new ByteArrayInputStream(bytes));
        return file;
    }

    private FileScan scanOf(UUID file) {
        return scans.of(List.of(file)).get(file);
    }

    private void assertWithheld(UUID file) {
        assertThatThrownBy(() -> files.read(file, 0, 1, OutputStream.nullOutputStream()))
                .isInstanceOf(FileWithheld.class);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
