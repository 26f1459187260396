package org.ncsoversight.answers.repeating;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

/** SHA-256 over what makes two requests the same: method, path, query and body. */
final class RequestDigest {

    private static final int PIECE_IN_BYTES = 1 << 16;

    private final MessageDigest digest = Sha256.begin();

    private RequestDigest() {}

    /** A form's fields and an upload's parts are in it at once: the server has read them, large ones to disk. */
    static RequestDigest of(HttpServletRequest request) throws IOException, ServletException {
        var digest = new RequestDigest();
        digest.text(request.getMethod());
        digest.text(request.getRequestURI());
        digest.text(Objects.requireNonNullElse(request.getQueryString(), ""));
        if (isOfType(request, "multipart/form-data")) {
            for (Part part : request.getParts()) {
                digest.part(part);
            }
        } else if (isOfType(request, "application/x-www-form-urlencoded")) {
            new TreeMap<>(request.getParameterMap())
                    .forEach((name, values) -> digest.text(name + '=' + Arrays.toString(values)));
        }
        return digest;
    }

    void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Not its boundary, which clients make anew each time. */
    private void part(Part part) throws IOException {
        text(part.getName());
        text(Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
        text(Long.toString(part.getSize()));
        var piece = new byte[PIECE_IN_BYTES];
        try (InputStream content = part.getInputStream()) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
    }

    /** With its length before it, so that no two different sequences of texts are the same bytes. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static boolean isOfType(HttpServletRequest request, String type) {
        return Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith(type);
    }
}
