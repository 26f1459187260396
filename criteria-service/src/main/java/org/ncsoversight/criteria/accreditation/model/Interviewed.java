package org.ncsoversight.criteria.accreditation.model;

/** The groups of people an assessor talks to; how many of each is told, never who. */
public enum Interviewed {
    LEADERS("leaders", "Leaders and managers"),
    STAFF("staff", "Staff"),
    CLIENTS("clients", "Clients"),
    PARTNERS("partners", "Partners");

    private final String code;
    private final String label;

    Interviewed(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
