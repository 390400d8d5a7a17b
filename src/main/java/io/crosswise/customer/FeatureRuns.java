package io.crosswise.customer;

import java.time.LocalDate;
import java.util.Optional;

/** The runs that recompute derived values of all customers; there is at most one at a time. */
public interface FeatureRuns {
    /** The run that is not done yet, or a new one; the first of a month keeps the month's snapshots. */
    FeatureRun open(LocalDate today);

    /** Does the next batch, in a transaction of its own; two callers at once take turns. A run that is done stays as it is. */
    FeatureRun advance(FeatureRun run);

    Optional<FeatureRun> find(long id);

    Optional<FeatureRun> unfinished();
}
