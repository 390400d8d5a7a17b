package io.crosswise.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds features that know the answer, which a model would look brilliant with and be useless without: copies of the target
 * first, then those without which the others are ordinary.
 */
final class FindLeaks {
    private final GradientBoosting boosting;

    FindLeaks(GradientBoosting boosting) {
        this.boosting = boosting;
    }

    /** A gate that names every feature that reveals the target and is not accepted. */
    Gate find(TrainingSet set, int seed, Judging judging) {
        if (!set.isYesOrNo()) {
            return gate(copiesOfValue(set), judging);
        }
        Map<String, String> copies = copies(set, judging);
        List<Leak> leaks = copies.entrySet().stream()
                .map(copy -> new Leak(List.of(copy.getKey()), copy.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> rest = new LinkedHashSet<>(set.features());
        rest.removeAll(copies.keySet());
        rest.removeAll(judging.acceptedLeaks().keySet());
        if (!rest.isEmpty()) {
            leaks.addAll(new FindJumps(new LeakProbe(boosting, set, seed), judging.progress()).find(rest));
        }
        return gate(leaks, judging);
    }

    private static Map<String, String> copies(TrainingSet set, Judging judging) {
        CopyOfTarget copy = new CopyOfTarget(UnseenScores.labels(set.target()));
        Map<String, String> found = new LinkedHashMap<>();
        judging.texts().keySet().stream().sorted().forEach(name ->
                copy.find(judging.texts().get(name)).ifPresent(how -> found.put(name, how)));
        for (String feature : set.features()) {
            int[] columns = columns(set, feature);
            Optional<String> how = set.columns().get(columns[0]).isCategorical()
                    ? copy.find(Categories.of(set, columns))
                    : copy.find(IntStream.range(0, set.rows().length).mapToObj(row -> words(set.rows()[row][columns[0]])).toArray(String[]::new));
            how.ifPresent(words -> found.putIfAbsent(feature, words));
        }
        return found;
    }

    private static String words(double value) {
        return Double.isNaN(value) ? null : Double.toString(value);
    }

    /** A value is copied by a feature that is in the same order. */
    private static List<Leak> copiesOfValue(TrainingSet set) {
        double[] ranks = Ranking.midRanks(set.target());
        List<Leak> leaks = new ArrayList<>();
        for (String feature : set.features()) {
            int column = columns(set, feature)[0];
            double[] values = IntStream.range(0, ranks.length).mapToDouble(row -> set.rows()[row][column]).toArray();
            if (!set.columns().get(column).isCategorical() && Association.sameOrder(values, ranks)) {
                leaks.add(new Leak(List.of(feature), "is in the same order as the target"));
            }
        }
        return leaks;
    }

    private static int[] columns(TrainingSet set, String feature) {
        return IntStream.range(0, set.columns().size())
                .filter(column -> set.columns().get(column).name().equals(feature))
                .toArray();
    }

    private static Gate gate(List<Leak> leaks, Judging judging) {
        List<Leak> refused = leaks.stream()
                .filter(leak -> !judging.acceptedLeaks().keySet().containsAll(leak.features()))
                .toList();
        if (!refused.isEmpty()) {
            String found = refused.stream()
                    .map(leak -> String.join(", ", leak.features()) + " " + leak.how())
                    .collect(Collectors.joining("; "));
            return new Gate(
                    "LEAK",
                    false,
                    "The target is revealed: " + found + ". Exclude these columns, or accept each with a reason under acceptedLeaks.");
        }
        if (judging.acceptedLeaks().isEmpty()) {
            return new Gate("LEAK", true, "No column, alone or with those that go with it, reveals the target.");
        }
        String reasons = judging.acceptedLeaks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(accepted -> accepted.getKey() + " (" + accepted.getValue() + ")")
                .collect(Collectors.joining(", "));
        return new Gate("LEAK", true, "No other column reveals the target; accepted: " + reasons + ".");
    }
}
