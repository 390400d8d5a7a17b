package io.crosswise.customer;

/** What identifies the person: kept apart so that it can be erased; never logged, never stored in a decision. Null is unknown. */
public record PersonalData(String name, String email, String phone) {
    public static final PersonalData UNKNOWN = new PersonalData(null, null, null);

    @Override
    public String toString() {
        return "PersonalData[hidden]";
    }
}
