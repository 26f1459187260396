package org.ncsoversight.bodies;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** A field of a form that shows nothing was left empty, as in a body of JSON. */
final class ShownForms extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ShownRequest(request), response);
    }

    private static final class ShownRequest extends HttpServletRequestWrapper {

        ShownRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : ShownText.of(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : shown(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var shown = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> shown.put(name, shown(values)));
            return shown;
        }

        private static String[] shown(String[] values) {
            var shown = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                shown[i] = ShownText.of(values[i]);
            }
            return shown;
        }
    }
}
