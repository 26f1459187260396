package org.ncsoversight.criteria.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Fault;
import org.ncsoversight.criteria.settings.CriteriaSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is larger than anything this service needs, whether or not it says how large it is. */
@Component
class RequestLimit extends OncePerRequestFilter {

    private static final Pattern WHOLE_EDITIONS = Pattern.compile("(/api)?/criteria/(imports|drafts)(/.*)?"
            + "|(/api/criteria)?/(providers|contracts)/imports(/.*)?"
            + "|/api/criteria/reports/[^/]+");

    private final int usualLimitInBytes;
    private final int importLimitInBytes;
    private final Answers answers;

    RequestLimit(CriteriaSettings settings, Answers answers) {
        this.answers = answers;
        usualLimitInBytes = Math.toIntExact(settings.requestLimit().toBytes());
        importLimitInBytes = Math.toIntExact(settings.importLimit().toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean wholeEdition = WHOLE_EDITIONS.matcher(request.getRequestURI()).matches();
        int limitInBytes = wholeEdition ? importLimitInBytes : usualLimitInBytes;
        if (request.getContentLengthLong() > limitInBytes) {
            answers.write(request, response, Fault.TOO_LARGE);
            return;
        }
        // Parts are held to the same limit by whoever reads them.
        boolean inParts =
                wholeEdition && String.valueOf(request.getContentType()).startsWith("multipart/");
        if (inParts || request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(limitInBytes + 1);
        if (body.length > limitInBytes) {
            answers.write(request, response, Fault.TOO_LARGE);
            return;
        }
        chain.doFilter(new ReadAlready(request, body), response);
    }

    private static final class ReadAlready extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return body.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("Read without waiting, for it is here already");
                }
            };
        }
    }
}
