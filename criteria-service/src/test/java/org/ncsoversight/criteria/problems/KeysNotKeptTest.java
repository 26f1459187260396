package org.ncsoversight.criteria.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class KeysNotKeptTest {

    private final KeysNotKept filter = new KeysNotKept(new JsonMapper());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_key_is_refused_where_a_repeat_would_be_done_again() throws Exception {
        assertThat(passes("POST", "/api/criteria/providers/99000001/steps", "key"))
                .isFalse();

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("/problems/idempotency-key-unsupported");
    }

    @Test
    void everything_else_passes() throws Exception {
        assertThat(passes("POST", "/api/criteria/people", "key")).isTrue();
        assertThat(passes("PUT", "/api/criteria/providers/99000001", "key")).isTrue();
        assertThat(passes("POST", "/api/criteria/drafts", null)).isTrue();
        assertThat(passes("POST", "/people/invited", "key")).isTrue();
    }

    private boolean passes(String method, String path, String key) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        if (key != null) {
            request.addHeader("Idempotency-Key", key);
        }
        var chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        return chain.getRequest() != null;
    }
}
