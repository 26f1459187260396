package org.ncsoversight.criteria.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person is to the platform; machine accounts have a role of their own and are nobody's colleague. */
public enum PersonRole {
    PROVIDER_CONTRIBUTOR("provider-contributor", "Contributor", "Drafts, uploads and imports for the organisation"),
    PROVIDER_LEAD(
            "provider-lead", "Lead", "The same, and submits, withdraws, answers complaints and looks after people"),
    ASSESSOR("assessor", "Assessor", "Reviews evidence of the providers assigned"),
    CONTRACT_MANAGER("contract-manager", "Contract manager", "Sees and compares every provider"),
    ANALYST("analyst", "Analyst", "Reads published figures"),
    ADMINISTRATOR("administrator", "Administrator", "Keeps editions, providers, contracts and people");

    private final String code;
    private final String label;
    private final String purpose;

    PersonRole(String code, String label, String purpose) {
        this.code = code;
        this.label = label;
        this.purpose = purpose;
    }

    /** As tokens and the API name it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String purpose() {
        return purpose;
    }

    /** Whether whoever has it belongs to a provider. */
    public boolean ofProvider() {
        return this == PROVIDER_CONTRIBUTOR || this == PROVIDER_LEAD;
    }

    public static Optional<PersonRole> parse(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    public static List<PersonRole> ofProviders() {
        return Arrays.stream(values()).filter(PersonRole::ofProvider).toList();
    }
}
