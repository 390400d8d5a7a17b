package io.crosswise.process.security;

import java.util.Locale;

/** The groups the product knows; a group is a role, and its id is the name in lower case. */
public enum Role {
    INTEGRATION("External systems"),
    MARKETER("Marketing analysts"),
    MANAGER("Account managers"),
    AGENT("Call centre agents"),
    APPROVER("Approvers"),
    SCIENTIST("Data scientists"),
    ADMIN("Administrators");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** What Spring Security calls it. */
    String authority() {
        return "ROLE_" + group();
    }
}
