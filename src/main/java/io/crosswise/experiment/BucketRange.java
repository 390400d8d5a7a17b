package io.crosswise.experiment;

import java.io.Serializable;

/** Neighbouring buckets of an arm. @param from first, inclusive @param to last, exclusive; at most {@value #BUCKETS} */
public record BucketRange(String arm, int from, int to) implements Serializable {
    public static final int BUCKETS = 10_000;

    public BucketRange {
        if (from < 0 || from >= to || to > BUCKETS) {
            throw new IllegalArgumentException("Buckets " + from + " to " + to + " are none of 0 to " + BUCKETS);
        }
    }

    boolean holds(int bucket) {
        return bucket >= from && bucket < to;
    }

    boolean overlaps(BucketRange other) {
        return from < other.to && other.from < to;
    }

    int size() {
        return to - from;
    }
}
