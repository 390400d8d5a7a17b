package io.crosswise.experiment;

import java.time.Duration;
import java.time.Instant;

/** What holds for an experiment that does not say. @param window the attribution window */
public record ExperimentDefaults(Duration window) {

    /** The definition with everything filled that may be left out; fields that may not stay null. @param traffic null for all */
    public Experiment fill(Experiment given, Double traffic, Instant now) {
        Duration counted = given.window() == null ? window : given.window();
        return new Experiment(
                given.name(),
                given.kind(),
                given.hypothesis(),
                given.programme(),
                given.unit() == null ? Unit.CUSTOMER : given.unit(),
                given.audience(),
                given.from() == null ? now : given.from(),
                given.until(),
                given.expiry() == null && given.until() != null ? given.until().plus(counted) : given.expiry(),
                counted,
                given.group() == null ? given.name() : given.group(),
                traffic == null ? 1 : traffic,
                given.arms());
    }
}
