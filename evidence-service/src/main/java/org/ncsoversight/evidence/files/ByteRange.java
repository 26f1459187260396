package org.ncsoversight.evidence.files;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * Bytes of a file to send (RFC 9110, section 14).
 *
 * @param whole when the client asked for no part, or not in a way that must be followed
 */
record ByteRange(long from, long length, boolean whole) {

    private static final String UNIT = "bytes=";

    /**
     * One range is served; several at once, an unknown unit and a header that makes no sense get the whole file, as the
     * protocol allows. Empty when the range asked for lies outside the file.
     */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        var all = Optional.of(new ByteRange(0, size, true));
        if (header == null || !header.startsWith(UNIT)) {
            return all;
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(header);
        } catch (IllegalArgumentException _) {
            return all;
        }
        if (ranges.size() != 1) {
            return all;
        }
        long from = ranges.getFirst().getRangeStart(size);
        if (from >= size) {
            return Optional.empty();
        }
        long to = ranges.getFirst().getRangeEnd(size);
        return Optional.of(new ByteRange(from, to - from + 1, false));
    }

    String header(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
