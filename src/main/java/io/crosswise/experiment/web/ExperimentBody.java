package io.crosswise.experiment.web;

import io.crosswise.experiment.Arm;
import io.crosswise.experiment.Audience;
import io.crosswise.experiment.Experiment;
import io.crosswise.experiment.ExperimentDefaults;
import io.crosswise.experiment.Kind;
import io.crosswise.experiment.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An experiment as a person writes it; what is left out gets its default. */
record ExperimentBody(
        String name,
        Kind kind,
        String hypothesis,
        String programme,
        Unit unit,
        Audience audience,
        Instant from,
        Instant until,
        Instant expiry,
        Duration window,
        String group,
        Double traffic,
        List<Arm> arms) {

    /** @param named by the path, or null */
    Experiment definition(String named, ExperimentDefaults defaults, Instant now) {
        String called = named == null ? name : named;
        return defaults.fill(
                new Experiment(called, kind, hypothesis, programme, unit, audience, from, until, expiry, window, group, 1, arms),
                traffic,
                now);
    }
}
