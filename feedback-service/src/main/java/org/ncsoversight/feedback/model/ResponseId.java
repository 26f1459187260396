package org.ncsoversight.feedback.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Names one response on our side; the surveying company's own id is not in it and cannot be read back from it. */
public record ResponseId(UUID value) {

    /**
     * The same for the same response, however often it is imported.
     *
     * @param owner whose survey it is; so that one organisation's file can never replace what another's said
     */
    public static ResponseId of(FileOwner owner, String survey, String response) {
        // Lengths first, so that no two different keys can read the same.
        String key = "feedback-response/%s/%d/%s/%s".formatted(owner.value(), survey.length(), survey, response);
        return new ResponseId(UUID.nameUUIDFromBytes(key.getBytes(UTF_8)));
    }
}
