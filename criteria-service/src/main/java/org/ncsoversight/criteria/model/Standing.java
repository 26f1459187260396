package org.ncsoversight.criteria.model;

/** Whether somebody can sign in. */
public enum Standing {
    INVITED("invited", "Invited, must set a password"),
    ACTIVE("active", "Active"),
    SUSPENDED("suspended", "Suspended");

    private final String code;
    private final String label;

    Standing(String code, String label) {
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
