package io.crosswise.shared;

/** The seven families of telecom services; a service of a family not yet held is a cross-sell, an upgrade within one an upsell. */
public enum ServiceCategory {
    MOBILE,
    /** Home (or office) broadband. */
    HBB,
    TV,
    ADDITIONAL_LINE,
    IOT_M2M,
    CLOUD,
    SECURITY;

    /** The name used in model names and feature names, for example {@code iot-m2m}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
