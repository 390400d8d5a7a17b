package io.crosswise.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds features that know the answer, which a model would look brilliant with and be useless without. First copies of the
 * target, then the features, alone or as a group that goes together, whose leaving out makes the rest ordinary: they more than
 * double the odds that a pair is put in the right order, and make them better than 0.85. No threshold on a single feature
 * finds those: an invoice alone tells little of what is on it, and of two redundant prices each makes up for the other.
 */
final class FindLeaks {
    private static final double TOO_GOOD = 0.85;
    private static final double DOUBLED = Math.log(2);
    private static final int SUSPECTS = 10;
    private static final int MOST_ROUNDS = 12;

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
            leaks.addAll(jumps(new LeakProbe(boosting, set, seed), rest, judging));
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

    /** Finds one leak after the other, each among the features that are left when those found are out. */
    private static List<Leak> jumps(LeakProbe probe, Set<String> rest, Judging judging) {
        List<Leak> leaks = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS && !rest.isEmpty(); round++) {
            judging.progress().at("looking for columns that reveal the target", (double) round / MOST_ROUNDS);
            double with = probe.auc(rest);
            Leak leak = with < TOO_GOOD ? null : jump(probe, rest, with);
            if (leak == null) {
                return leaks;
            }
            leaks.add(leak);
            leak.features().forEach(rest::remove);
        }
        return leaks;
    }

    /** The feature, else the smallest group, with the greatest jump; null when none doubles the odds. */
    private static Leak jump(LeakProbe probe, Set<String> rest, double with) {
        List<String> suspects = probe.mostUseful(rest, SUSPECTS);
        List<List<String>> candidates = new ArrayList<>(suspects.stream().map(List::of).toList());
        Leak alone = greatest(probe, rest, with, candidates);
        if (alone != null) {
            return alone;
        }
        Association association = new Association(probe.set());
        List<List<String>> groups = CorrelatedGroups.of(List.copyOf(rest), association).stream()
                .filter(group -> group.stream().anyMatch(suspects::contains))
                .toList();
        for (List<String> group : groups) {
            Leak leak = greatest(probe, rest, with, List.of(group));
            if (leak != null) {
                return leak;
            }
        }
        return null;
    }

    private static Leak greatest(LeakProbe probe, Set<String> rest, double with, List<List<String>> candidates) {
        Leak greatest = null;
        double highest = DOUBLED;
        for (List<String> candidate : candidates) {
            Set<String> others = new LinkedHashSet<>(rest);
            candidate.forEach(others::remove);
            double without = probe.auc(others);
            double jump = logOdds(with) - logOdds(without);
            if (jump >= highest) {
                highest = jump;
                greatest = new Leak(candidate, words(candidate.size(), without, with));
            }
        }
        return greatest;
    }

    private static String words(int features, double without, double with) {
        return String.format(
                Locale.ROOT, "%s AUC from %.3f to %.3f over the other columns", features == 1 ? "raises" : "together raise", without, with);
    }

    private static double logOdds(double auc) {
        double bounded = Math.min(1 - 1e-6, Math.max(1e-6, auc));
        return Math.log(bounded / (1 - bounded));
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
