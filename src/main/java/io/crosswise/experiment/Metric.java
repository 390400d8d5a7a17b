package io.crosswise.experiment;

/** What the arms of an experiment are compared by, per unit and within the experiment's window. */
public enum Metric {
    /** Whether it bought anything, offered or not. */
    CONVERSION("bought", true),
    /** Whether it left. */
    CHURN("left", true),
    /** Euros a year of what it has bought and holds when its window has closed. */
    REVENUE("brought in revenue", false),
    /** Euros of margin a year of the same, before what is lost on services held earlier. */
    MARGIN("brought in margin", false);

    private final String did;
    private final boolean rate;

    Metric(String did, boolean rate) {
        this.did = did;
        this.rate = rate;
    }

    public String did() {
        return did;
    }

    /** Whether a unit counts as yes or no. */
    public boolean isRate() {
        return rate;
    }
}
