package io.crosswise.demo.year;

import io.crosswise.demo.year.YearResult.End;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The runs of one variant, customer by customer: figures are means over the seeds, each policy beside its twin. */
final class Runs {
    private static final double TOP = 0.15;

    private final List<YearResult> results;
    private final List<CustomerId> customers;

    Runs(List<YearResult> results) {
        this.results = results;
        this.customers = results.isEmpty() ? List.of() : List.copyOf(results.get(0).ends().keySet());
    }

    List<Long> seeds() {
        return results.stream().map(YearResult::seed).distinct().sorted().toList();
    }

    /** Mean per customer of what a policy has more than the twin nobody contacts. @param market null for both */
    Interval gain(Policy policy, Market market, ToDoubleFunction<End> what) {
        return Interval.ofMean(difference(policy, Policy.NEVER, market, what));
    }

    /** Mean per customer of what one policy has more than another. */
    Interval lead(Policy policy, Policy other, Market market, ToDoubleFunction<End> what) {
        return Interval.ofMean(difference(policy, other, market, what));
    }

    /** What one policy gains as a share of what another gains. */
    Interval share(Policy policy, Policy of, Market market, ToDoubleFunction<End> what) {
        return Interval.ofRatio(
                difference(policy, Policy.NEVER, market, what), difference(of, Policy.NEVER, market, what));
    }

    /** The mean of one seed. */
    double gain(Policy policy, long seed, ToDoubleFunction<End> what) {
        Runs only = new Runs(results.stream().filter(result -> result.seed() == seed).toList());
        double[] each = only.difference(policy, Policy.NEVER, null, what);
        double sum = 0;
        for (double value : each) {
            sum += value;
        }
        return sum / each.length;
    }

    /** Σ of one thing over Σ of another, over customers for whom a condition holds. */
    Interval ratio(Policy policy, Predicate<End> who, ToDoubleFunction<End> above, ToDoubleFunction<End> below) {
        return Interval.ofRatio(
                each(policy, null, end -> who.test(end) ? above.applyAsDouble(end) : 0),
                each(policy, null, end -> who.test(end) ? below.applyAsDouble(end) : 0));
    }

    /** Mean of something over the contacts of a market, null for both. */
    Interval perContact(Policy policy, Market market, ToDoubleFunction<Encounter> what) {
        Map<CustomerId, double[]> sums = new HashMap<>();
        encounters(policy)
                .filter(it -> market == null || it.market() == market)
                .forEach(it -> {
                    double[] sum = sums.computeIfAbsent(it.customer(), id -> new double[2]);
                    sum[0] += what.applyAsDouble(it);
                    sum[1]++;
                });
        double[] none = new double[2];
        return Interval.ofRatio(
                customers.stream().mapToDouble(id -> sums.getOrDefault(id, none)[0]).toArray(),
                customers.stream().mapToDouble(id -> sums.getOrDefault(id, none)[1]).toArray());
    }

    /** Share that bought among the 15 % of contacts the product scored highest. */
    double topPrecision(Policy policy, Market market) {
        List<Encounter> ranked = encounters(policy)
                .filter(it -> it.market() == market && !Double.isNaN(it.propensity()))
                .sorted(Comparator.comparing(Encounter::propensity).reversed())
                .toList();
        return ranked.stream()
                .limit((long) Math.ceil(TOP * ranked.size()))
                .mapToDouble(it -> it.bought() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    long count(Policy policy, Predicate<Encounter> which) {
        return encounters(policy).filter(which).count();
    }

    /** How many decisions ended so, over all seeds. */
    int outcomes(Policy policy, String outcome) {
        return of(policy).mapToInt(result -> result.outcomes().getOrDefault(outcome, 0)).sum();
    }

    private Stream<Encounter> encounters(Policy policy) {
        return of(policy).flatMap(result -> result.encounters().stream());
    }

    private Stream<YearResult> of(Policy policy) {
        return results.stream().filter(result -> result.policy() == policy);
    }

    private double[] difference(Policy policy, Policy other, Market market, ToDoubleFunction<End> what) {
        double[] one = each(policy, market, what);
        double[] two = each(other, market, what);
        double[] difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - two[i];
        }
        return difference;
    }

    private double[] each(Policy policy, Market market, ToDoubleFunction<End> what) {
        List<YearResult> runs = of(policy).toList();
        return customers.stream()
                .filter(id -> market == null || runs.get(0).ends().get(id).market() == market)
                .mapToDouble(id -> runs.stream()
                        .mapToDouble(run -> what.applyAsDouble(run.ends().get(id)))
                        .average()
                        .orElseThrow())
                .toArray();
    }
}
