package org.ncsoversight.outcomes.pseudonymising;

import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The secret without which no pseudonym can be made or checked; it never leaves this service. */
@Validated
@ConfigurationProperties("outcomes.pseudonyms")
public record PseudonymKey(@NotBlank String key) {

    private static final int SHORTEST_IN_BYTES = 32;

    public PseudonymKey {
        if (decoded(key).length < SHORTEST_IN_BYTES) {
            throw new IllegalArgumentException("OUTCOMES_PSEUDONYM_KEY must be Base64 of at least 32 bytes");
        }
    }

    SecretKeySpec secret() {
        return new SecretKeySpec(decoded(key), Pseudonyms.ALGORITHM);
    }

    @Override
    public String toString() {
        return "PseudonymKey[hidden]";
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message quotes the key.
            throw new IllegalArgumentException("OUTCOMES_PSEUDONYM_KEY is not Base64");
        }
    }
}
