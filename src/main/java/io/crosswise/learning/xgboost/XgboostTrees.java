package io.crosswise.learning.xgboost;

import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A native XGBoost booster. */
class XgboostTrees implements BoostedTrees {
    private final Booster booster;

    XgboostTrees(Booster booster) {
        this.booster = booster;
    }

    @Override
    public double[] probabilities(double[][] rows) {
        try {
            DMatrix matrix = matrix(rows);
            try {
                float[][] answers = booster.predict(matrix);
                double[] probabilities = new double[answers.length];
                for (int i = 0; i < answers.length; i++) {
                    probabilities[i] = answers[i][0];
                }
                return probabilities;
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not predict", e);
        }
    }

    @Override
    public byte[] toPmml(TrainingSet set, TrainingSettings settings, double[][] verification) {
        try {
            byte[] learner = booster.toByteArray("ubj");
            return new PmmlConversion(set, settings).convert(learner, verification, probabilities(verification));
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not save " + set.model(), e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    static DMatrix matrix(double[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = (float) rows[row][column];
            }
        }
        return new DMatrix(values, rows.length, columns, Float.NaN);
    }
}
