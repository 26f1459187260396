package org.ncsoversight.criteria.standard.model;

import java.util.Arrays;

/** Who must be able to speak to a criterion. */
public enum Voice {
    MANAGER("manager", "Managers"),
    STAFF("staff", "Staff"),
    CLIENT("client", "Clients"),
    PARTNER("partner", "Partners and networks");

    private final String code;
    private final String label;

    Voice(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static Voice of(String code) {
        return Arrays.stream(values())
                .filter(voice -> voice.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a voice: " + code));
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
