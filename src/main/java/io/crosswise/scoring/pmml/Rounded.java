package io.crosswise.scoring.pmml;

/** An answer that the file declares as a 32-bit float. */
record Rounded(Formula of) implements Formula {
    @Override
    public double value(double[] row) {
        return (float) of.value(row);
    }
}
