package io.crosswise.evidence;

import java.time.Instant;

/**
 * The end of the chain after one run of the sealer; the next run begins with its hash.
 *
 * @param first sequence of the first row the run sealed
 * @param last sequence of the last one
 * @param keyId of the key that sealed it
 */
public record Head(long first, long last, Instant sealedAt, String keyId, byte[] hash) {}
