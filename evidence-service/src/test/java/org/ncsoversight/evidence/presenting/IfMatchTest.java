package org.ncsoversight.evidence.presenting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IfMatchTest {

    @Test
    void the_version_is_read_whether_or_not_the_etag_says_something_of_files() {
        assertThat(IfMatch.version("\"7\"")).isEqualTo(7);
        assertThat(IfMatch.version("\"7-1a2b3c4d\"")).isEqualTo(7);
        assertThat(IfMatch.version("7")).isEqualTo(7);
    }

    @Test
    void what_no_etag_looks_like_never_matches() {
        assertThat(IfMatch.version("\"7-\"")).isZero();
        assertThat(IfMatch.version("\"seven\"")).isZero();
    }
}
