package io.crosswise.scoring;

import java.util.Map;

/**
 * How the fields of a foreign model file are called here.
 *
 * @param featureByField our feature for each of its input fields; a field that is not named is called as here
 * @param output its field that is the score; null for the usual one
 */
public record FieldMapping(Map<String, String> featureByField, String output) {
    public static final FieldMapping NONE = new FieldMapping(Map.of(), null);

    public FieldMapping {
        featureByField = featureByField == null ? Map.of() : Map.copyOf(featureByField);
    }

    /** The name of the feature that an input field reads. */
    public String feature(String field) {
        return featureByField.getOrDefault(field, field);
    }
}
