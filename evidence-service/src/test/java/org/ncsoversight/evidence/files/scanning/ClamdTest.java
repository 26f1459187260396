package org.ncsoversight.evidence.files.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Against a real clamd that knows one signature. */
class ClamdTest {

    private static final int LIMIT_IN_BYTES = RealClamd.STREAM_MAX_LENGTH_IN_MEGABYTES << 20;

    private static RealClamd real;

    @BeforeAll
    static void start() throws IOException {
        real = RealClamd.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (real != null) {
            real.close();
        }
    }

    @Test
    void the_test_file_is_found_over_both_kinds_of_socket() throws IOException {
        for (String address : List.of(real.address(), real.socket())) {
            assertThat(scan(address, LIMIT_IN_BYTES, RealClamd.eicar()))
                    .as(address)
                    .isEqualTo(new Verdict.Infected(RealClamd.SIGNATURE));
            assertThat(scan(address, LIMIT_IN_BYTES, "harmless".getBytes(StandardCharsets.UTF_8)))
                    .as(address)
                    .isEqualTo(new Verdict.Clean());
        }
    }

    @Test
    void it_is_found_behind_many_chunks_too() throws IOException {
        byte[] bytes = new byte[1 << 20];
        new Random(3).nextBytes(bytes);
        byte[] eicar = RealClamd.eicar();
        byte[] both = Arrays.copyOf(bytes, bytes.length + eicar.length);
        System.arraycopy(eicar, 0, both, bytes.length, eicar.length);

        assertThat(scan(real.address(), LIMIT_IN_BYTES, bytes)).isEqualTo(new Verdict.Clean());
        assertThat(scan(real.address(), LIMIT_IN_BYTES, both)).isEqualTo(new Verdict.Infected(RealClamd.SIGNATURE));
    }

    @Test
    void more_than_the_scanner_takes_is_not_clean_whoever_notices() throws IOException {
        byte[] tooMuch = new byte[LIMIT_IN_BYTES + 1];

        assertThat(scan(real.address(), LIMIT_IN_BYTES, tooMuch)).isEqualTo(new Verdict.TooLarge());
        assertThat(scan(real.address(), 2 * LIMIT_IN_BYTES, tooMuch)).isNotEqualTo(new Verdict.Clean());
    }

    private static Verdict scan(String address, long limitInBytes, byte[] bytes) throws IOException {
        var settings = new ClamdSettings(
                address,
                DataSize.ofBytes(limitInBytes),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
        return new Clamd(settings).scan(scanner -> scanner.write(bytes));
    }
}
