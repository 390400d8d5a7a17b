package io.crosswise.learning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the features, alone or as a group that goes together, without which the others are ordinary: they at least double the
 * odds that a pair of customers is put in the right order, to an AUC of 0.85 and more. No threshold on a single feature finds
 * them: an invoice alone tells little of what is on it, and of two redundant prices each makes up for the other. On the
 * tables of the IBM Telco sample an honest feature adds a quarter to the log-odds at most, a leak 0.9 to 4.
 */
final class FindJumps {
    private static final double TOO_GOOD = 0.85;
    private static final double NEARLY_PERFECT = 0.97;
    /** Above it an area is a matter of a few pairs, and its odds say nothing. */
    private static final double HIGHEST = 0.995;

    private static final double DOUBLED = Math.log(2);
    /** What goes with a leak that was found need not reveal as much to be one. */
    private static final double STAND_IN = DOUBLED / 2;

    private static final double GOES_WITH = 0.5;
    private static final int SUSPECTS = 10;
    private static final int PAIRED = 6;
    private static final int MOST_ROUNDS = 12;

    private final LeakProbe probe;
    private final Judging.Progress progress;
    private final Association association;

    FindJumps(LeakProbe probe, Judging.Progress progress) {
        this.probe = probe;
        this.progress = progress;
        this.association = new Association(probe.set());
    }

    /** One leak after the other, each among the features that are left when those found are out. */
    List<Leak> find(Set<String> features) {
        Set<String> rest = new LinkedHashSet<>(features);
        List<Leak> leaks = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS && !rest.isEmpty(); round++) {
            progress.at("looking for columns that reveal the target", (double) round / MOST_ROUNDS);
            double with = probe.auc(rest);
            Leak leak = with < TOO_GOOD ? null : leak(rest, with);
            if (leak == null && !leaks.isEmpty()) {
                leak = standIn(rest, with, leaks);
            }
            if (leak == null) {
                return leaks;
            }
            leaks.add(leak);
            leak.features().forEach(rest::remove);
        }
        return leaks;
    }

    /** The feature, else the smallest group, with the greatest jump; null when none doubles the odds. */
    private Leak leak(Set<String> rest, double with) {
        List<String> suspects = probe.mostUseful(rest, SUSPECTS);
        Leak leak = greatest(rest, with, suspects.stream().map(List::of), DOUBLED);
        List<List<String>> groups = leak == null ? groups(rest) : List.of();
        for (int i = 0; i < groups.size() && leak == null; i++) {
            leak = groups.get(i).stream().anyMatch(suspects::contains)
                    ? greatest(rest, with, Stream.of(groups.get(i)), DOUBLED)
                    : null;
        }
        return leak == null && with >= NEARLY_PERFECT ? greatest(rest, with, pairs(suspects), DOUBLED) : leak;
    }

    /** What goes with a leak that was found and reveals what it revealed. */
    private Leak standIn(Set<String> rest, double with, List<Leak> leaks) {
        List<String> found = leaks.stream().flatMap(leak -> leak.features().stream()).toList();
        List<String> near = rest.stream()
                .filter(feature -> found.stream().anyMatch(leak -> association.of(feature, leak) >= GOES_WITH))
                .toList();
        Leak alone = greatest(rest, with, near.stream().map(List::of), STAND_IN);
        return alone != null
                ? alone
                : greatest(rest, with, groups(rest).stream().filter(group -> near.containsAll(group)), STAND_IN);
    }

    private List<List<String>> groups(Set<String> rest) {
        return CorrelatedGroups.of(List.copyOf(rest), association);
    }

    private static Stream<List<String>> pairs(List<String> suspects) {
        List<String> first = suspects.subList(0, Math.min(PAIRED, suspects.size()));
        return first.stream().flatMap(a -> first.stream().filter(b -> a.compareTo(b) < 0).map(b -> List.of(a, b)));
    }

    private Leak greatest(Set<String> rest, double with, Stream<List<String>> candidates, double least) {
        Leak greatest = null;
        double highest = least;
        for (List<String> candidate : candidates.toList()) {
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
        String raise = features == 1 ? "raises" : "together raise";
        return String.format(Locale.ROOT, "%s AUC from %.3f to %.3f over the other columns", raise, without, with);
    }

    private static double logOdds(double auc) {
        double bounded = Math.min(HIGHEST, Math.max(1 - HIGHEST, auc));
        return Math.log(bounded / (1 - bounded));
    }
}
