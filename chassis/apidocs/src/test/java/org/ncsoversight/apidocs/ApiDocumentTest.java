package org.ncsoversight.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.ServletRequestPathUtils;

class ApiDocumentTest {

    private final ApiFacts facts = new ApiFacts("shop", "Shop", "Sells fruit.", Map.of(), Map.of());

    @Test
    void the_file_that_was_checked_in_is_served_at_both_addresses() throws Exception {
        assertThat(body("GET", "/v3/api-docs")).isEqualTo("{\"openapi\": \"3.1.0\"}\n");
        assertThat(body("GET", "/api/shop/openapi.json")).isEqualTo("{\"openapi\": \"3.1.0\"}\n");
        assertThat(new ApiDocument().apiDocument(facts).route(request("HEAD", "/v3/api-docs")))
                .isPresent();
    }

    @Test
    void and_nowhere_else() {
        assertThat(new ApiDocument().apiDocument(facts).route(request("GET", "/api/other/openapi.json")))
                .isEmpty();
        assertThat(new ApiDocument().apiDocument(facts).route(request("POST", "/v3/api-docs")))
                .isEmpty();
    }

    private String body(String verb, String path) throws Exception {
        ServerRequest request = request(verb, path);
        ServerResponse answer = new ApiDocument()
                .apiDocument(facts)
                .route(request)
                .orElseThrow()
                .handle(request);
        var response = new MockHttpServletResponse();
        answer.writeTo(request.servletRequest(), response, () -> List.of(new ResourceHttpMessageConverter()));
        return response.getContentAsString();
    }

    private static ServerRequest request(String verb, String path) {
        var request = new MockHttpServletRequest(verb, path);
        ServletRequestPathUtils.parseAndCache(request);
        return ServerRequest.create(request, List.of(new ResourceHttpMessageConverter()));
    }
}
