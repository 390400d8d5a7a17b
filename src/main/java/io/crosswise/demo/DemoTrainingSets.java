package io.crosswise.demo;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.learning.Column;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.outcome.PastContact;
import io.crosswise.scoring.FamilyModels;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the demo's models learn from: per category those who were offered it and, apart, the random control who were not, and
 * who was a customer a year ago.
 */
final class DemoTrainingSets {
    private static final List<String> FEATURES = CustomerFeatures.names().stream().sorted().toList();

    private final Map<String, Rows> rows = new TreeMap<>();

    private DemoTrainingSets() {}

    /** One set per model, by name. */
    static List<TrainingSet> of(DemoMarket market) {
        DemoTrainingSets sets = new DemoTrainingSets();
        market.pastContacts().forEach(sets::add);
        int[] customer = {0};
        market.churnExamples().forEach(example -> sets.add("churn", example.features(), example.left(), customer[0]++));
        String sha256 = market.sha256();
        return sets.rows.entrySet().stream()
                .map(entry -> entry.getValue().toSet(entry.getKey(), sha256))
                .toList();
    }

    private void add(PastContact contact) {
        ServiceCategory category = contact.category();
        String model = contact.treated() ? FamilyModels.propensity(category) : "baseline-" + category.slug();
        add(model, contact.features(), contact.bought(), contact.customer().hashCode());
    }

    private void add(String model, Map<String, Double> features, boolean label, int customer) {
        Rows set = rows.computeIfAbsent(model, name -> new Rows());
        set.features.add(FEATURES.stream().mapToDouble(name -> orMissing(features.get(name))).toArray());
        set.labels.add(label);
        set.customers.add(customer);
    }

    private static double orMissing(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static final class Rows {
        private final List<double[]> features = new ArrayList<>();
        private final List<Boolean> labels = new ArrayList<>();
        private final List<Integer> customers = new ArrayList<>();

        private TrainingSet toSet(String model, String sha256) {
            double[] answers = labels.stream().mapToDouble(bought -> bought ? 1 : 0).toArray();
            List<Column> columns = FEATURES.stream().map(Column::numeric).toList();
            int[] numbers = customers.stream().mapToInt(Integer::intValue).toArray();
            return TrainingSet.of(
                    model, Objective.PROBABILITY, columns, features.toArray(double[][]::new), answers, numbers, sha256);
        }
    }
}
