package io.crosswise.experiment;

/** Somebody named an experiment that does not exist. */
public class UnknownExperiment extends RuntimeException {
    private UnknownExperiment(String message) {
        super(message);
    }

    public static UnknownExperiment named(String name) {
        return new UnknownExperiment("There is no experiment " + name);
    }
}
