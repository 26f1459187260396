package org.ncsoversight.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRangeTest {

    private static final long SIZE = 1000;

    @Test
    void without_a_range_all_is_sent() {
        assertThat(ByteRange.of(null, SIZE)).contains(new ByteRange(0, 1000, true));
    }

    @Test
    void a_part_is_sent_from_both_ends_and_never_beyond_the_file() {
        assertThat(ByteRange.of("bytes=0-0", SIZE)).contains(new ByteRange(0, 1, false));
        assertThat(ByteRange.of("bytes=10-19", SIZE)).contains(new ByteRange(10, 10, false));
        assertThat(ByteRange.of("bytes=990-", SIZE)).contains(new ByteRange(990, 10, false));
        assertThat(ByteRange.of("bytes=990-5000", SIZE)).contains(new ByteRange(990, 10, false));
        assertThat(ByteRange.of("bytes=-10", SIZE)).contains(new ByteRange(990, 10, false));
        assertThat(ByteRange.of("bytes=-5000", SIZE)).contains(new ByteRange(0, 1000, false));
        assertThat(ByteRange.of("bytes=10-19", SIZE).orElseThrow().header(SIZE)).isEqualTo("bytes 10-19/1000");
    }

    @Test
    void a_part_outside_the_file_cannot_be_sent() {
        assertThat(ByteRange.of("bytes=1000-", SIZE)).isEmpty();
        assertThat(ByteRange.of("bytes=5000-6000", SIZE)).isEmpty();
        assertThat(ByteRange.of("bytes=-0", SIZE)).isEmpty();
    }

    @Test
    void several_parts_an_unknown_unit_or_nonsense_get_the_whole_file() {
        for (String header : new String[] {"bytes=0-1,5-9", "items=0-1", "bytes=9-1", "bytes=", "bytes=a-b", "0-1"}) {
            assertThat(ByteRange.of(header, SIZE)).as(header).contains(new ByteRange(0, 1000, true));
        }
    }
}
