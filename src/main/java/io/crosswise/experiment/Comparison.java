package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentResults.Gap;
import io.crosswise.experiment.ExperimentResults.Look;
import io.crosswise.experiment.UnitSums.DaySum;
import io.crosswise.experiment.inference.Difference;
import io.crosswise.experiment.inference.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Follows one arm beside the control day by day. */
final class Comparison {
    private final String arm;
    private final String control;
    private final Metric metric;
    private final double alpha;
    private final List<Look> looks = new ArrayList<>();
    private Sample treated = Sample.NONE;
    private Sample untreated = Sample.NONE;
    private long treatedNonZero;
    private long untreatedNonZero;
    private Difference last;
    private double pValue = 1;
    private LocalDate conclusive;

    /** @param alpha error over all looks at this arm */
    Comparison(String arm, String control, Metric metric, double alpha, List<DaySum> days) {
        this.arm = arm;
        this.control = control;
        this.metric = metric;
        this.alpha = alpha;
        days.stream().map(DaySum::day).distinct().forEach(day -> look(day, days));
    }

    private void look(LocalDate day, List<DaySum> days) {
        for (DaySum sum : days) {
            if (sum.day().equals(day) && sum.arm().equals(arm)) {
                treated = treated.plus(sum.sample());
                treatedNonZero += sum.nonZero();
            } else if (sum.day().equals(day) && sum.arm().equals(control)) {
                untreated = untreated.plus(sum.sample());
                untreatedNonZero += sum.nonZero();
            }
        }
        if (treated.units() == 0 || untreated.units() == 0) {
            return;
        }
        last = metric.isRate()
                ? Difference.ofRates(treated, untreated, alpha)
                : Difference.ofAmounts(treated, treatedNonZero, untreated, untreatedNonZero, alpha);
        pValue = Math.min(pValue, last.pValue());
        if (conclusive == null && !last.isOpen()) {
            conclusive = day;
        }
        looks.add(new Look(
                day, arm, treated.units() + untreated.units(), last.value(), finite(last.interval().low()), finite(last.interval().high())));
    }

    List<Look> looks() {
        return looks;
    }

    /** Null before both arms have a settled unit. */
    Gap gap() {
        return last == null
                ? null
                : new Gap(
                        last.value(),
                        finite(last.interval().low()),
                        finite(last.interval().high()),
                        pValue,
                        conclusive,
                        last.method(),
                        SayResults.gap(metric, arm, control, last, conclusive));
    }

    private static Double finite(double end) {
        return Double.isInfinite(end) ? null : end;
    }
}
