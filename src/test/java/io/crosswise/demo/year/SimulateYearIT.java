package io.crosswise.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.demo.year.YearResult.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A few customers for a few weeks through the whole product: policies meet the same luck and differ by what they offer only. */
class SimulateYearIT {
    private static final Options SHORT = Options.of(
            "consumers=60", "companies=20", "days=35", "seeds=1", "variants=base,random-responses");
    private static final List<String> PROGRESS = new ArrayList<>();
    private static List<YearResult> results;

    @BeforeAll
    static void play() throws Exception {
        results = SimulateYear.simulate(SHORT, PROGRESS::add, soFar -> PROGRESS.add(soFar.size() + " runs"));
    }

    @Test
    void everyPolicyDecidesForTheSameCustomersOnTheSameDays() {
        assertThat(PROGRESS).hasSize(10).contains("5 runs", "10 runs");
        YearReport.LIVE.forEach(policy -> {
            YearResult run = result("base", policy);
            assertThat(run.ends().keySet()).isEqualTo(result("base", Policy.NEVER).ends().keySet());
            assertThat(run.outcomes().values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(4);
        });
    }

    @Test
    void whoIsNotContactedLivesAsTheTwin() {
        Map<?, End> twin = result("base", Policy.NEVER).ends();
        YearReport.LIVE.forEach(policy -> result("base", policy).ends().forEach((customer, end) -> {
            if (end.contacts() == 0) {
                assertThat(end).isEqualTo(twin.get(customer));
            }
        }));
        assertThat(result("base", Policy.UNTARGETED).encounters()).isNotEmpty();
    }

    @Test
    void theOracleExpectsAtLeastAsMuchOfItsContactsAsARandomChoiceDoes() {
        assertThat(uplift(Policy.ORACLE)).isGreaterThanOrEqualTo(uplift(Policy.UNTARGETED));
    }

    @Test
    void whereOffersDoNotMatterContactsEarnNothing() {
        Runs runs = new Runs(results.stream()
                .filter(result -> result.variant().equals("random-responses"))
                .toList());
        YearReport.LIVE.forEach(policy -> {
            Interval before = runs.gain(policy, null, end -> end.net() + end.contactCost());
            assertThat(before.value()).as(policy.title()).isCloseTo(0, within(1e-6));
        });
        assertThat(runs.gain(Policy.NEVER, null, End::net).value()).isZero();
    }

    @Test
    void thePageShowsEveryVariant() {
        Runs base = new Runs(results.stream().filter(it -> it.variant().equals("base")).toList());

        assertThat(new YearReport(Map.of("base", base)).markdown())
                .contains("### Variant `base`, seeds [1]", "| Crosswise |", "Of the oracle");
        assertThat(GainChart.svg(Map.of("base", base))).contains("Crosswise").endsWith("</svg>\n");
    }

    private static double uplift(Policy policy) {
        return result("base", policy).encounters().stream()
                .mapToDouble(it -> (it.ifOffered() - it.anyway()) * it.monthly() - it.ifOffered() * it.givesWay())
                .average()
                .orElse(0);
    }

    private static YearResult result(String variant, Policy policy) {
        return results.stream()
                .filter(it -> it.variant().equals(variant) && it.policy() == policy)
                .findFirst()
                .orElseThrow();
    }
}
