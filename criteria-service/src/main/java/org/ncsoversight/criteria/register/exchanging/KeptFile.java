package org.ncsoversight.criteria.register.exchanging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A file as text in a document until it is applied: CSV as it is, so that it can be looked at, anything else spelt out. */
final class KeptFile {

    private static final String SPELT_OUT = "data:;base64,";

    private KeptFile() {}

    static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            return SPELT_OUT + Base64.getEncoder().encodeToString(file);
        }
    }

    static byte[] bytes(String text) {
        return text.startsWith(SPELT_OUT)
                ? Base64.getDecoder().decode(text.substring(SPELT_OUT.length()))
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
