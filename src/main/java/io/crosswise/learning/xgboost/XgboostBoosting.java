package io.crosswise.learning.xgboost;

import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Gradient boosting by XGBoost: logistic loss or squared error, histogram trees, one thread. */
public class XgboostBoosting implements GradientBoosting {
    @Override
    public BoostedTrees grow(TrainingSet set, TrainingSettings settings) {
        try {
            DMatrix matrix = XgboostTrees.matrix(set.rows());
            try {
                matrix.setLabel(floats(set.target()));
                if (set.weights() != null) {
                    matrix.setWeight(floats(set.weights()));
                }
                Map<String, Object> parameters = parameters(set.objective(), settings);
                Booster booster = XGBoost.train(matrix, parameters, settings.trees(), Map.of(), null, null);
                return new XgboostTrees(booster, set.columns().size());
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train " + set.model(), e);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "XGBoost's native library cannot be loaded; on Debian and Ubuntu it needs the package libgomp1", e);
        }
    }

    private static Map<String, Object> parameters(Objective objective, TrainingSettings settings) {
        return Map.ofEntries(
                Map.entry("objective", objective == Objective.PROBABILITY ? "binary:logistic" : "reg:squarederror"),
                Map.entry("tree_method", "hist"),
                Map.entry("nthread", 1),
                Map.entry("verbosity", 1),
                Map.entry("seed", settings.seed()),
                Map.entry("max_depth", settings.depth()),
                Map.entry("eta", settings.learningRate()),
                Map.entry("min_child_weight", settings.minChildWeight()),
                Map.entry("lambda", settings.lambda()),
                Map.entry("subsample", settings.subsample()),
                Map.entry("colsample_bytree", settings.columns()));
    }

    private static float[] floats(double[] values) {
        float[] numbers = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = (float) values[i];
        }
        return numbers;
    }
}
