package org.ncsoversight.feedback.model;

import java.util.Arrays;
import java.util.Optional;

/** How the customer met the service; the codes are those of the department's data set. */
public enum Channel {
    FACE_TO_FACE("1", "Face to face"),
    TELEPHONE("2", "Telephone"),
    WEBCHAT("3", "Webchat"),
    VIDEO("4", "Video call"),
    EMAIL("5", "Email");

    private final String code;
    private final String title;

    Channel(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
