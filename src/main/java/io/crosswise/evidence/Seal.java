package io.crosswise.evidence;

/**
 * A link of the chain as it stands in the database, with the row it seals as that stands now.
 *
 * @param sequence its place, from 1 without gaps
 */
public record Seal(long sequence, LogItem item, byte[] hash) {}
