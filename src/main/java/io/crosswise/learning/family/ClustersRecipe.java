package io.crosswise.learning.family;

import io.crosswise.learning.Gate;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.pmml.Clusters;
import io.crosswise.learning.pmml.Clusters.Centre;
import io.crosswise.learning.pmml.Clusters.Scale;
import io.crosswise.learning.pmml.ClustersPmml;
import io.crosswise.learning.pmml.ModelLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Clusters of customers by portfolio and usage, consumers and companies apart, numbered from the smallest portfolio up. */
final class ClustersRecipe implements Recipe {
    private static final int SEED = 42;
    private static final int FEWEST = 50;
    /** Two or three groups of a market part it by its largest service only, which everybody knows. */
    private static final int LEAST = 4;

    private static final int MOST = 8;
    private static final int VERIFIED = 12;

    @Override
    public String model() {
        return "clusters";
    }

    @Override
    public TrainedModel train(Run run) {
        List<SnapshotExample> customers = List.copyOf(Snapshots.newest(run.history()));
        List<Map<String, Double>> features = customers.stream().map(SnapshotExample::features).toList();
        List<Scale> scales = ClusterScales.of(features);
        Map<String, Object> metrics = new TreeMap<>(Map.of("rows", features.size()));
        List<Centre> centres = new ArrayList<>();
        List<Gate> gates = new ArrayList<>();
        for (boolean company : new boolean[] {false, true}) {
            List<Map<String, Double>> own = features.stream().filter(it -> ClusterScales.isCompany(it) == company).toList();
            if (own.size() >= FEWEST) {
                KMeans found = KMeans.best(coordinates(scales, own), LEAST, MOST, SEED);
                centres.addAll(centres(company, found, own));
                double chance = KMeans.of(Shuffled.columns(coordinates(scales, own)), found.centres().length, SEED).silhouette();
                String market = company ? "EBU" : "B2C";
                metrics.put("silhouette" + market, found.silhouette());
                metrics.put("silhouetteShuffled" + market, chance);
                gates.add(gate(market, found.silhouette(), chance));
            }
        }
        if (centres.isEmpty()) {
            throw new IllegalArgumentException("Model clusters needs at least " + FEWEST + " customers of a market");
        }
        Clusters clusters = new Clusters(scales, centres);
        metrics.put("clusters", centres.size());
        metrics.put("profiles", IntStream.range(0, centres.size()).mapToObj(i -> profile(clusters, features, i)).toList());
        ModelLabel label = new ModelLabel(
                model(), run.version(), "Clusters of customers by portfolio and usage", run.history().sha256());
        int step = Math.max(1, features.size() / VERIFIED);
        List<Map<String, Double>> verification = new ArrayList<>(List.of(Map.of()));
        IntStream.range(0, VERIFIED).map(i -> i * step).filter(i -> i < features.size()).forEach(i -> verification.add(features.get(i)));
        return new TrainedModel(ClustersPmml.write(label, clusters, verification), report(label, metrics, features, scales).withGates(gates));
    }

    private static Gate gate(String market, double silhouette, double chance) {
        boolean passed = silhouette > chance;
        String text = String.format(
                Locale.ROOT,
                "Customers of %s are as far apart as a silhouette of %.2f says, %.2f when every feature is shuffled.%s",
                market,
                silhouette,
                chance,
                passed ? "" : " There are no clusters to find; choose other features.");
        return new Gate("CHANCE", passed, text);
    }

    private static double[][] coordinates(List<Scale> scales, List<Map<String, Double>> customers) {
        Clusters space = new Clusters(scales, List.of());
        return customers.stream().map(space::coordinates).toArray(double[][]::new);
    }

    private static List<Centre> centres(boolean company, KMeans found, List<Map<String, Double>> customers) {
        List<Centre> centres = new ArrayList<>();
        for (int group = 0; group < found.centres().length; group++) {
            int number = group;
            int[] members = IntStream.range(0, customers.size()).filter(i -> found.group()[i] == number).toArray();
            double held = Arrays.stream(members)
                    .mapToDouble(i -> customers.get(i).getOrDefault("held_services", 0.0))
                    .average()
                    .orElse(0);
            centres.add(new Centre(company, found.centres()[group], members.length, held));
        }
        centres.sort(Comparator.comparingDouble(Centre::heldServices));
        return centres;
    }

    /** What the customers of a cluster have in common, for people. */
    private static Map<String, Object> profile(Clusters clusters, List<Map<String, Double>> customers, int index) {
        List<Map<String, Double>> members = customers.stream()
                .filter(features -> clusters.answer(features).cluster() == index + 1)
                .toList();
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("cluster", index + 1);
        profile.put("market", clusters.centres().get(index).company() ? "EBU" : "B2C");
        profile.put("customers", members.size());
        profile.put("held_services", mean(members, "held_services"));
        clusters.scales().forEach(scale -> profile.put(scale.feature(), mean(members, scale.feature())));
        return profile;
    }

    private static Double mean(List<Map<String, Double>> customers, String feature) {
        double[] known = customers.stream().filter(it -> it.get(feature) != null).mapToDouble(it -> it.get(feature)).toArray();
        return known.length == 0 ? null : Math.round(100 * Arrays.stream(known).average().orElse(0)) / 100.0;
    }

    private static ModelReport report(
            ModelLabel label, Map<String, Object> metrics, List<Map<String, Double>> features, List<Scale> scales) {
        return ModelReport.of(
                        label.name(),
                        label.version(),
                        "k-means++, standardised within each market",
                        "all customers; the number of clusters by the mean silhouette",
                        label.dataSha256())
                .withMetrics(metrics)
                .withFeatures(
                        scales.stream().map(scale -> ReferenceBins.of(scale.feature(), features)).toList(), List.of())
                .withSettings(Map.of("seed", SEED));
    }
}
