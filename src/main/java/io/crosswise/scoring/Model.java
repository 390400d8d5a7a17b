package io.crosswise.scoring;

import java.util.Map;

/**
 * A model in the registry.
 *
 * @param state {@code CHAMPION} while it is the one used
 * @param sha256 of the PMML file, hexadecimal
 * @param metrics as its training report states them, for example {@code auc}
 */
public record Model(String name, String version, String state, String sha256, Map<String, Object> metrics) {}
