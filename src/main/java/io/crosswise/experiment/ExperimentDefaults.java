package io.crosswise.experiment;

import java.time.Duration;
import java.time.Instant;

/** What holds for an experiment that does not say. @param window the attribution window */
public record ExperimentDefaults(Duration window) {

    /** The definition with everything filled that may be left out; fields that may not stay null. @param traffic null for all */
    public Experiment fill(Experiment given, Double traffic, Instant now) {
        return complete(given, Unit.CUSTOMER, now, window, given.name(), traffic == null ? 1 : traffic);
    }

    /** The next version of an experiment: what is not said again stays as it was. @param traffic null as before */
    public static Experiment keep(Experiment given, Double traffic, Experiment before) {
        return complete(
                given, before.unit(), before.from(), before.window(), before.group(), traffic == null ? before.traffic() : traffic);
    }

    private static Experiment complete(
            Experiment given, Unit unit, Instant from, Duration window, String group, double traffic) {
        Duration counted = given.window() == null ? window : given.window();
        return new Experiment(
                given.name(),
                given.kind(),
                given.hypothesis(),
                given.programme(),
                given.unit() == null ? unit : given.unit(),
                given.audience(),
                given.from() == null ? from : given.from(),
                given.until(),
                given.expiry() == null && given.until() != null ? given.until().plus(counted) : given.expiry(),
                counted,
                given.group() == null ? group : given.group(),
                traffic,
                given.arms());
    }
}
