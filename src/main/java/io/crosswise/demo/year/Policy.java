package io.crosswise.demo.year;

/** The ways to rank that are compared; everything else of the decision is the same. */
public enum Policy {
    /** Nobody is contacted: the twin that every other is measured against. */
    NEVER("nobody is contacted"),
    /** A random candidate of those allowed. */
    UNTARGETED("untargeted"),
    /** The allowed candidate that is most likely accepted, whatever it is worth. */
    PROPENSITY("propensity ranking only"),
    /** As the product ships. */
    CROSSWISE("Crosswise"),
    /** By the true probabilities, which nobody can know. */
    ORACLE("oracle");

    private final String title;

    Policy(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
