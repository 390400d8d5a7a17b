package io.crosswise.learning;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Stops a challenger that is worse than the champion beyond noise. On rows newer than all the champion has learned from, both are
 * judged side by side; elsewhere the champion knows the answers, so what its own report says of rows it had not seen counts.
 */
final class ChampionGate {
    private static final String NAME = "WORSE_THAN_CHAMPION";
    private static final int FEWEST_ROWS = 200;
    private static final int REPLICATES = 200;
    private static final double Z95 = 1.959963984540054;

    private ChampionGate() {}

    /** @param metrics of the challenger on the judged rows */
    static Gate of(
            TrainingSet judged, double[] scores, int seed, Judging.Champion champion, Map<String, Object> metrics) {
        int[] news = newRows(judged, champion.knowsUntil());
        TrainingSet fresh = judged.at(news);
        if (news.length < FEWEST_ROWS || !bothAnswers(fresh)) {
            return asReported(judged, metrics, champion.metrics());
        }
        double[] others = champion.scores(fresh);
        if (others == null) {
            return new Gate(NAME, true, "The champion cannot score these rows, so the two are not compared.");
        }
        double[] own = Arrays.stream(news).mapToDouble(row -> scores[row]).toArray();
        return verdict(
                Gates.name(Gates.metric(judged)) + " minus the champion's on the same " + news.length + " rows new to both",
                difference(fresh, own, others, seed));
    }

    private static int[] newRows(TrainingSet judged, Integer knowsUntil) {
        return knowsUntil == null || judged.days() == null
                ? new int[0]
                : IntStream.range(0, judged.days().length).filter(row -> judged.days()[row] > knowsUntil).toArray();
    }

    private static boolean bothAnswers(TrainingSet set) {
        return !set.isYesOrNo() || set.positives() > 0 && set.positives() < set.rows().length;
    }

    /** Two independent estimates: the variance of the difference is the sum of both, each read off its interval. */
    private static Gate asReported(TrainingSet judged, Map<String, Object> own, Map<String, Object> champions) {
        String metric = Gates.metric(judged);
        Double error = error(metric, own);
        Double othersError = error(metric, champions);
        if (error == null || othersError == null) {
            return new Gate(
                    NAME, true, "The champion has learned from these rows and has no report of its own, so the two are not compared.");
        }
        double difference = number(own, metric) - number(champions, metric);
        double width = Z95 * Math.sqrt(error * error + othersError * othersError);
        return verdict(
                Gates.name(metric) + " minus the one the champion's report states",
                new double[] {difference, difference - width, difference + width});
    }

    private static Double error(String metric, Map<String, Object> metrics) {
        Double low = number(metrics, metric + "Low");
        Double high = number(metrics, metric + "High");
        return number(metrics, metric) == null || low == null || high == null ? null : (high - low) / (2 * Z95);
    }

    private static Double number(Map<String, Object> metrics, String name) {
        return metrics.get(name) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private static Gate verdict(String what, double[] difference) {
        String words = Gates.text(
                "%s is %+.4f, 95 %% interval %+.4f to %+.4f", what, difference[0], difference[1], difference[2]);
        return difference[2] >= 0
                ? new Gate(NAME, true, "Not worse than the champion beyond noise: " + words + ".")
                : new Gate(
                        NAME,
                        false,
                        "Worse than the champion beyond noise: " + words + ". Keep the champion; train on newer or more data.");
    }

    /** Value, lower and upper end: DeLong's paired test of two areas, else by drawing groups with replacement. */
    private static double[] difference(TrainingSet judged, double[] scores, double[] others, int seed) {
        if (judged.objective() == Objective.PROBABILITY) {
            boolean[] labels = UnseenScores.labels(judged.target());
            AreaUnderCurve.Difference difference = AreaUnderCurve.of(scores, labels, judged.groups())
                    .minus(AreaUnderCurve.of(others, labels, judged.groups()));
            return new double[] {difference.value(), difference.low(), difference.high()};
        }
        double[] drawn = new double[REPLICATES];
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            drawn[replicate] = difference(judged, scores, others, Resampling.counts(judged.groups(), seed, replicate));
        }
        Arrays.sort(drawn);
        return new double[] {
            difference(judged, scores, others, once), drawn[(int) (0.025 * REPLICATES)], drawn[(int) (0.975 * REPLICATES) - 1]
        };
    }

    private static double difference(TrainingSet judged, double[] scores, double[] others, int[] counts) {
        if (judged.isUplift()) {
            return Qini.of(scores, judged.treated(), judged.target()).coefficient(counts)
                    - Qini.of(others, judged.treated(), judged.target()).coefficient(counts);
        }
        return new ValueJudgement(scores, judged.target()).r2(counts) - new ValueJudgement(others, judged.target()).r2(counts);
    }
}
