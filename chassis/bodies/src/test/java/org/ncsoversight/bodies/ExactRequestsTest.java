package org.ncsoversight.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.ServletRequestPathUtils;

class ExactRequestsTest {

    private final ExactPaths exact = new ExactPaths();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/providers/%2010000001",
                "/providers/10000001%20",
                "/providers/%20",
                "/providers/10000001%09",
                "/providers/%C2%A010000001/reports",
            })
    void nothing_is_found_under_a_path_with_a_blank_around_a_part_of_it(String path) {
        assertThatThrownBy(() -> exact.preHandle(request(path), new MockHttpServletResponse(), this))
                .isInstanceOf(NoResourceFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/providers", "/providers/", "/files/two%20words.pdf", "/a//b"})
    void other_paths_are_as_they_were(String path) throws Exception {
        assertThat(exact.preHandle(request(path), new MockHttpServletResponse(), this))
                .isTrue();
    }

    @Test
    void a_field_of_a_form_that_shows_nothing_was_left_empty() throws Exception {
        var request = new MockHttpServletRequest();
        request.addParameter("title", "\u200B\u00A0");
        request.addParameter("criteria", "4.3", "\u2800");
        var seen = new AtomicReference<ServletRequest>();

        new ShownForms().doFilter(request, new MockHttpServletResponse(), (shown, _) -> seen.set(shown));

        ServletRequest shown = seen.get();
        assertThat(shown.getParameter("title")).isEmpty();
        assertThat(shown.getParameterValues("criteria")).containsExactly("4.3", "");
        assertThat(shown.getParameterMap().get("criteria")).containsExactly("4.3", "");
        assertThat(shown.getParameter("absent")).isNull();
        assertThat(shown.getParameterValues("absent")).isNull();
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
