package io.crosswise.benchmark;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.pmml.PackagedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Native XGBoost in batches: a booster with as many trees, of the depth ours have, for every model, asked as often. */
final class NativeBoosters {
    private static final int DEPTH = 3;

    private final List<String> features;
    private final List<Booster> boosters = new ArrayList<>();
    private final List<Integer> questions = new ArrayList<>();

    private NativeBoosters(List<String> features) {
        this.features = features;
    }

    static NativeBoosters like(List<ScoringModel> models, List<Map<String, Double>> customers) throws XGBoostError {
        List<String> features = CustomerFeatures.names();
        NativeBoosters boosters = new NativeBoosters(features);
        Map<String, Integer> trees = PackagedModels.trees();
        SplittableRandom random = new SplittableRandom(7);
        for (ScoringModel model : models) {
            DMatrix matrix = boosters.matrix(customers);
            float[] labels = new float[customers.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = random.nextInt(2);
            }
            matrix.setLabel(labels);
            Map<String, Object> parameters = Map.of(
                    "objective", "binary:logistic", "max_depth", DEPTH, "nthread", 1, "tree_method", "hist", "verbosity", 0);
            int rounds = Math.max(1, trees.getOrDefault(model.sha256(), 1));
            boosters.boosters.add(XGBoost.train(matrix, parameters, rounds, Map.of(), null, null));
            boosters.questions.add(ScoredCustomers.questions(model));
            matrix.dispose();
        }
        return boosters;
    }

    /** The matrix is made once for all boosters. */
    double scoreAll(List<Map<String, Double>> customers) throws XGBoostError {
        DMatrix matrix = matrix(customers);
        double sum = 0;
        for (int i = 0; i < boosters.size(); i++) {
            for (int question = 0; question < questions.get(i); question++) {
                sum += boosters.get(i).predict(matrix)[0][0];
            }
        }
        matrix.dispose();
        return sum;
    }

    private DMatrix matrix(List<Map<String, Double>> customers) throws XGBoostError {
        float[] values = new float[customers.size() * features.size()];
        int place = 0;
        for (Map<String, Double> customer : customers) {
            for (String feature : features) {
                Double value = customer.get(feature);
                values[place++] = value == null ? Float.NaN : value.floatValue();
            }
        }
        return new DMatrix(values, customers.size(), features.size(), Float.NaN);
    }
}
