package io.crosswise.learning.xgboost;

import io.crosswise.learning.Calibration;
import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A native XGBoost booster. */
class XgboostTrees implements BoostedTrees {
    private final Booster booster;
    private final int columns;

    XgboostTrees(Booster booster, int columns) {
        this.booster = booster;
        this.columns = columns;
    }

    @Override
    public double[] margins(double[][] rows) {
        try {
            DMatrix matrix = matrix(rows);
            try {
                float[][] answers = booster.predict(matrix, true);
                double[] margins = new double[answers.length];
                for (int i = 0; i < answers.length; i++) {
                    margins[i] = answers[i][0];
                }
                return margins;
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not predict", e);
        }
    }

    @Override
    public double[] gains() {
        try {
            double[] gains = new double[columns];
            for (Map.Entry<String, Double> entry : booster.getScore("", "total_gain").entrySet()) {
                gains[Integer.parseInt(entry.getKey().substring(1))] = entry.getValue();
            }
            return gains;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not say what it used", e);
        }
    }

    @Override
    public byte[] toPmml(TrainingSet set, TrainingSettings settings, Calibration calibration, double[][] verification) {
        try {
            byte[] learner = booster.toByteArray("ubj");
            return new PmmlConversion(set, settings, calibration).convert(learner, verification, margins(verification));
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
