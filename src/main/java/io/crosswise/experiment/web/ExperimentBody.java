package io.crosswise.experiment.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.experiment.Arm;
import io.crosswise.experiment.Audience;
import io.crosswise.experiment.Experiment;
import io.crosswise.experiment.ExperimentDefaults;
import io.crosswise.experiment.Kind;
import io.crosswise.experiment.Unit;
import java.io.IOException;
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

    /**
     * A mistyped name would be left out unseen, and an experiment without its audience is about everybody.
     *
     * @throws Unreadable when a name is not known or a value has the wrong form
     */
    static ExperimentBody read(JsonNode body, ObjectMapper json) {
        try {
            return json.readerFor(ExperimentBody.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** Holds what the body was refused for. */
    static final class Unreadable extends RuntimeException {
        Unreadable(IOException cause) {
            super(cause);
        }
    }

    Experiment definition(ExperimentDefaults defaults, Instant now) {
        return defaults.fill(stated(name), traffic, now);
    }

    /** What is left out stays as it was. */
    Experiment next(Experiment before) {
        return ExperimentDefaults.keep(stated(before.name()), traffic, before);
    }

    private Experiment stated(String called) {
        return new Experiment(called, kind, hypothesis, programme, unit, audience, from, until, expiry, window, group, 1, arms);
    }
}
