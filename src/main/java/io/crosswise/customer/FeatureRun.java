package io.crosswise.customer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far one run over all customers has come.
 *
 * @param keepsMonth whether it writes the feature snapshots of the month
 * @param finishedAt null while it is not done
 * @param lastCustomer the last customer done, in the order of ids
 * @param customers done so far
 * @param changed profiles written because something changed
 * @param kept snapshots written
 * @param busyMs milliseconds of work, pauses between being killed and going on left out
 */
public record FeatureRun(
        long id,
        LocalDate asOf,
        boolean keepsMonth,
        Instant startedAt,
        Instant finishedAt,
        String lastCustomer,
        long customers,
        long changed,
        long kept,
        long busyMs) {

    public boolean finished() {
        return finishedAt != null;
    }

    /** 0 before the first batch. */
    public long customersPerSecond() {
        return busyMs == 0 ? 0 : 1_000 * customers / busyMs;
    }
}
