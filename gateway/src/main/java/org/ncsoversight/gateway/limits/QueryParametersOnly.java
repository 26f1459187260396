package org.ncsoversight.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Finds request parameters in the query alone. A container also looks for them in a posted form, and with that eats the
 * body which belongs to the part behind us.
 */
final class QueryParametersOnly extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Query(request), response);
    }

    private static final class Query extends HttpServletRequestWrapper {

        private @Nullable Map<String, String[]> parameters;

        Query(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            if (parameters == null) {
                parameters = Collections.unmodifiableMap(parse(getQueryString()));
            }
            return parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterMap().get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        private static Map<String, String[]> parse(@Nullable String query) {
            var found = new LinkedHashMap<String, String[]>();
            if (query != null) {
                MultiValueMap<String, @Nullable String> raw =
                        UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
                raw.forEach((name, values) -> found.put(
                        decoded(name), values.stream().map(Query::decoded).toArray(String[]::new)));
            }
            return found;
        }

        private static String decoded(@Nullable String text) {
            if (text == null) {
                return "";
            }
            try {
                return UriUtils.decode(text.replace('+', ' '), java.nio.charset.StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }
}
