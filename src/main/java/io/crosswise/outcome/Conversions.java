package io.crosswise.outcome;

/** The sales offers led to. */
public interface Conversions {
    /** One per decision; a second one changes nothing. */
    void record(Conversion conversion);
}
