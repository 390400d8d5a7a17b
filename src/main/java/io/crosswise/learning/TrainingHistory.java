package io.crosswise.learning;

import java.util.stream.Stream;

/** The product's own past as examples to learn from; the same history gives the same examples in the same order. */
public interface TrainingHistory {
    /** Every contact and every customer held back from one, oldest first. Close the stream after use. */
    Stream<ContactExample> contacts();

    /** Customers as they were on past days, with what became of them, oldest first. Close the stream after use. */
    Stream<SnapshotExample> snapshots();

    /** Fingerprint of the history, hexadecimal. */
    String sha256();
}
