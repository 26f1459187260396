package org.ncsoversight.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatusCode;

class FaultTest {

    /** Programs act upon them, so they are written down here once more. */
    @Test
    void codes_and_their_statuses_stay_as_they_are() {
        assertThat(Arrays.stream(Fault.values())
                        .map(fault -> fault.code() + " " + fault.status().value())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("bad-request 400, body-not-json 400, upload-broken 400, not-signed-in 401, not-allowed 403,"
                        + " not-found 404, method-not-allowed 405, not-acceptable 406, changed-meanwhile 412,"
                        + " too-large 413, unsupported-media-type 415, invalid 422, if-match-missing 428,"
                        + " unexpected 500, unavailable 503, sign-in-unavailable 503");
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "400, bad-request", "418, bad-request", "500, unexpected", "502, unexpected"})
    void a_status_alone_stands_for_one_of_them(int status, String code) {
        var problem = Problem.of(HttpStatusCode.valueOf(status));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void words_for_people_are_sentences() {
        assertThat(Fault.values())
                .allSatisfy(fault -> assertThat(fault.advice()).endsWith("."));
        assertThat(Fault.values())
                .allSatisfy(fault -> assertThat(fault.detail()).doesNotEndWith("."));
    }
}
