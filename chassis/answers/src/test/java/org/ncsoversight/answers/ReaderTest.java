package org.ncsoversight.answers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReaderTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BROWSER,
                "text/html",
                "text/html, application/json;q=0.9",
                "application/json;q=0.5, text/html",
                "*/*, text/html",
                "text/html;charset=utf-8"
            })
    void a_person_prefers_html(String accept) {
        assertThat(Reader.of(request("/evidence", accept))).isEqualTo(Reader.PERSON);
        assertThat(Reader.of(request("/api/evidence/items", accept))).isEqualTo(Reader.PROGRAM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*",
                "text/*",
                "application/json",
                "application/json, text/html",
                "application/json, text/html;q=0.9",
                "text/html;q=0",
                "nonsense",
                "''"
            })
    void a_program_does_not(String accept) {
        assertThat(Reader.of(request("/evidence", accept))).isEqualTo(Reader.PROGRAM);
    }

    @Test
    void who_accepts_nothing_in_particular_is_a_program() {
        assertThat(Reader.of(new MockHttpServletRequest("GET", "/evidence"))).isEqualTo(Reader.PROGRAM);
    }

    @Test
    void while_an_error_is_answered_the_path_that_was_asked_for_decides() {
        var request = request("/error", BROWSER);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/evidence/items");

        assertThat(Reader.of(request)).isEqualTo(Reader.PROGRAM);
        assertThat(Reader.pathOf(request)).isEqualTo("/api/evidence/items");
    }

    private static MockHttpServletRequest request(String path, String accept) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", accept);
        return request;
    }
}
