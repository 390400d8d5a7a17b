package io.crosswise.evidence;

/**
 * A row of the decision log that is to be sealed: a decision, or an event that befell it later.
 *
 * @param eventId null for the decision itself
 * @param content SHA-256 of what the row says; null when the row is gone
 */
public record LogItem(String decisionId, Long eventId, byte[] content) {}
