package io.crosswise.learning;

import io.crosswise.learning.Curves.SurvivalStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares predicted hazards with what happened, quarter by quarter: observed survival is Kaplan and Meier's product of
 * (1 − events / at risk) (1958), predicted survival the same product of the mean hazards of those at risk. Customers are
 * grouped by the hazard predicted for the first quarter that is known of them.
 */
final class SurvivalCalibration {
    private static final String[] RISK_GROUPS = {"low risk", "medium risk", "high risk"};

    private SurvivalCalibration() {}

    /** Steps of all customers and then of each third by risk; rows of one group and day are one customer's quarters. */
    static List<SurvivalStep> of(TrainingSet set, double[] hazards) {
        int period = set.indexOf(TrainingSet.PERIOD);
        int[] risk = riskGroups(set, hazards, period);
        List<SurvivalStep> steps = new ArrayList<>(steps("all", set, hazards, period, risk, -1));
        for (int group = 0; group < RISK_GROUPS.length; group++) {
            steps.addAll(steps(RISK_GROUPS[group], set, hazards, period, risk, group));
        }
        return steps;
    }

    private static int[] riskGroups(TrainingSet set, double[] hazards, int period) {
        Map<Long, Integer> first = new HashMap<>();
        for (int row = 0; row < hazards.length; row++) {
            first.merge(spell(set, row), row, (a, b) -> set.rows()[a][period] <= set.rows()[b][period] ? a : b);
        }
        double[] firsts = first.values().stream().mapToDouble(row -> hazards[row]).sorted().toArray();
        double lower = firsts[firsts.length / 3];
        double upper = firsts[Math.min(firsts.length - 1, 2 * firsts.length / 3)];
        int[] risk = new int[hazards.length];
        Arrays.setAll(risk, row -> {
            double hazard = hazards[first.get(spell(set, row))];
            return hazard < lower ? 0 : hazard < upper ? 1 : 2;
        });
        return risk;
    }

    private static long spell(TrainingSet set, int row) {
        int day = set.days() == null ? 0 : set.days()[row];
        return (long) set.groups()[row] << 32 | day & 0xFFFFFFFFL;
    }

    private static List<SurvivalStep> steps(
            String name, TrainingSet set, double[] hazards, int period, int[] risk, int group) {
        Map<Integer, double[]> quarters = new TreeMap<>();
        for (int row = 0; row < hazards.length; row++) {
            if (group < 0 || risk[row] == group) {
                double[] sums = quarters.computeIfAbsent((int) set.rows()[row][period], quarter -> new double[3]);
                sums[0]++;
                sums[1] += set.target()[row];
                sums[2] += hazards[row];
            }
        }
        List<SurvivalStep> steps = new ArrayList<>();
        double observed = 1;
        double predicted = 1;
        for (Map.Entry<Integer, double[]> entry : quarters.entrySet()) {
            double[] sums = entry.getValue();
            observed *= 1 - sums[1] / sums[0];
            predicted *= 1 - sums[2] / sums[0];
            steps.add(new SurvivalStep(
                    name, entry.getKey(), (int) sums[0], sums[1] / sums[0], sums[2] / sums[0], observed, predicted));
        }
        return steps;
    }
}
