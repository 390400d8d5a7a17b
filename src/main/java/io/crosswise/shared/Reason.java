package io.crosswise.shared;

import java.io.Serializable;

/**
 * Why something was refused or chosen.
 *
 * @param code stable, {@code SCREAMING_CASE}; other systems may branch on it
 * @param stage the stage that spoke
 * @param rule id of the decision table row, or name of the Drools rule; null where plain Java spoke
 * @param text one sentence a person can read
 */
public record Reason(String code, Stage stage, String rule, String text) implements Serializable {}
