package io.crosswise.experiment;

import io.crosswise.platform.Problem;
import org.springframework.http.HttpStatus;

/** Somebody named an experiment that does not exist. */
public class UnknownExperiment extends Problem {
    private UnknownExperiment(String detail) {
        super(HttpStatus.NOT_FOUND, "unknown-experiment", "Unknown experiment", detail);
    }

    public static UnknownExperiment named(String name) {
        return new UnknownExperiment("There is no experiment " + name);
    }
}
