package io.crosswise.evidence;

/** A part of the log was asked about that is not there. */
public class NothingSealed extends RuntimeException {
    private NothingSealed(String message) {
        super(message);
    }

    static NothingSealed from(long from, long end) {
        return new NothingSealed(
                end == 0 ? "Nothing is sealed yet" : "Nothing is sealed from " + from + " on: the log ends at " + end);
    }
}
