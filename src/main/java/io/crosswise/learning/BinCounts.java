package io.crosswise.learning;

import java.util.ArrayList;
import java.util.List;

/** How many values fall into each bin of a training; those that fall into none have a last bin of their own. */
final class BinCounts {
    private static final int NONE = -1;

    private final List<Bin> bins;
    private final long[] counts;
    private final int missing;

    BinCounts(List<Bin> reference) {
        List<Bin> all = new ArrayList<>(reference);
        int known = NONE;
        for (int i = 0; i < reference.size(); i++) {
            known = Bin.MISSING.equals(reference.get(i).category()) ? i : known;
        }
        all.add(new Bin(null, null, known == NONE ? Bin.MISSING : "other", 0));
        bins = List.copyOf(all);
        missing = known == NONE ? reference.size() : known;
        counts = new long[bins.size()];
    }

    /** @param value null when it is missing */
    void add(Double value) {
        counts[value == null ? missing : placeOf(value)]++;
    }

    List<Bin> bins() {
        return bins;
    }

    long[] counts() {
        return counts.clone();
    }

    private int placeOf(double value) {
        for (int i = 0; i < bins.size() - 1; i++) {
            Bin bin = bins.get(i);
            if (bin.category() == null
                    && (bin.from() == null || value >= bin.from())
                    && (bin.to() == null || value < bin.to())) {
                return i;
            }
        }
        return bins.size() - 1;
    }
}
