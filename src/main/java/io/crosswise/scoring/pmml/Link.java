package io.crosswise.scoring.pmml;

/**
 * What turns a sum into the answer.
 *
 * @param floats whether the file asks for 32-bit arithmetic
 */
record Link(Kind kind, Formula of, boolean floats) implements Formula {
    /** The base that JPMML's 32-bit arithmetic raises to a power. */
    private static final double FLOAT_E = 2.7182817d;

    enum Kind {
        LOGIT,
        EXP,
        /** One minus the probability of the other category. */
        RESIDUAL
    }

    @Override
    public double value(double[] row) {
        double value = of.value(row);
        return floats ? asFloat((float) value) : asDouble(value);
    }

    private float asFloat(float value) {
        return switch (kind) {
            case LOGIT -> 1f / (1f + exp(-value));
            case EXP -> exp(value);
            case RESIDUAL -> 1f - value;
        };
    }

    private double asDouble(double value) {
        return switch (kind) {
            case LOGIT -> 1 / (1 + Math.exp(-value));
            case EXP -> Math.exp(value);
            case RESIDUAL -> 1 - value;
        };
    }

    private static float exp(float value) {
        return (float) Math.pow(FLOAT_E, value);
    }
}
