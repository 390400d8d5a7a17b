package io.crosswise.learning.xgboost;

import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Gradient boosting by XGBoost: logistic loss, histogram trees, one thread. */
public class XgboostBoosting implements GradientBoosting {
    @Override
    public BoostedTrees grow(TrainingSet set, TrainingSettings settings) {
        try {
            DMatrix matrix = XgboostTrees.matrix(set.rows());
            try {
                matrix.setLabel(labels(set.labels()));
                return new XgboostTrees(
                        XGBoost.train(matrix, parameters(settings), settings.trees(), Map.of(), null, null));
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

    private static Map<String, Object> parameters(TrainingSettings settings) {
        return Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
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

    private static float[] labels(boolean[] labels) {
        float[] numbers = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = labels[i] ? 1 : 0;
        }
        return numbers;
    }
}
