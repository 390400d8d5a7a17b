package io.crosswise.evidence;

import java.util.List;

/** Hands out the links of a part of the chain in order and reads them in pages, however many runs of the sealer they belong to. */
final class SealReader {
    private static final int SEALS_PER_READ = 2_000;
    private final Chain chain;
    private final long last;
    private long next;
    private List<Seal> page = List.of();
    private int position;

    SealReader(Chain chain, long first, long last) {
        this.chain = chain;
        this.next = first;
        this.last = last;
    }

    /** The next link up to the sequence given, null when there is none. */
    Seal next(long upTo) {
        if (position == page.size() && next <= last) {
            long end = Math.min(last, next + SEALS_PER_READ - 1);
            page = chain.seals(next, end);
            position = 0;
            next = end + 1;
            return next(upTo);
        }
        return position < page.size() && page.get(position).sequence() <= upTo ? page.get(position++) : null;
    }
}
