package io.crosswise.scoring.pmml;

import java.util.function.ToDoubleFunction;

/** A number calculated by an expression of PMML, such as a derived field or a distance. */
record Calculated(ToDoubleFunction<double[]> by) implements Formula {
    @Override
    public double value(double[] row) {
        return by.applyAsDouble(row);
    }
}
