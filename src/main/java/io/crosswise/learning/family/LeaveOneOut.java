package io.crosswise.learning.family;

import io.crosswise.learning.Gate;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Judges affinities: of each customer with two services or more every one is hidden in turn, and looked for among the three
 * services with the highest score that the customer does not seem to hold.
 */
record LeaveOneOut(double recallAt3, double ndcgAt3, int hidden) {
    static final LeaveOneOut NOTHING = new LeaveOneOut(0, 0, 0);
    private static final int TOP = 3;

    /** Ties count against the hidden service. @param matrix services by services, as {@link PureSvd#projection} */
    static LeaveOneOut of(double[][] matrix, double[][] held) {
        return of(held, row -> IntStream.range(0, row.length)
                .mapToDouble(service -> product(matrix[service], row))
                .toArray());
    }

    /** The same test for answering everyone with what most customers hold. */
    static LeaveOneOut ofPopularity(double[][] seen, double[][] held) {
        double[] holders = new double[held[0].length];
        for (double[] row : seen) {
            for (int service = 0; service < row.length; service++) {
                holders[service] += row[service];
            }
        }
        return of(held, row -> holders);
    }

    /** Both tests together. */
    LeaveOneOut and(LeaveOneOut other) {
        int both = hidden + other.hidden;
        double share = both == 0 ? 0 : (double) hidden / both;
        return new LeaveOneOut(
                share * recallAt3 + (1 - share) * other.recallAt3, share * ndcgAt3 + (1 - share) * other.ndcgAt3, both);
    }

    /** Whether this finds more than the other by more than twice the standard error of a share of that many hidden services. */
    Gate better(LeaveOneOut other) {
        boolean passed = ndcgAt3 > other.ndcgAt3 + 2 * Math.sqrt(0.25 / Math.max(1, hidden));
        String text = String.format(
                Locale.ROOT,
                "Hidden services are found with NDCG@3 %.3f, by popularity alone with %.3f.%s",
                ndcgAt3,
                other.ndcgAt3,
                passed ? "" : " That is no better; collect more holdings first.");
        return new Gate("CHANCE", passed, text);
    }

    private interface Scores {
        double[] of(double[] row);
    }

    private static LeaveOneOut of(double[][] held, Scores scores) {
        int hidden = 0;
        int found = 0;
        double gain = 0;
        for (double[] row : held) {
            for (int service = 0; service < row.length && services(row) > 1; service++) {
                if (row[service] != 0) {
                    double[] without = row.clone();
                    without[service] = 0;
                    int place = place(service, without, scores.of(without));
                    hidden++;
                    found += place <= TOP ? 1 : 0;
                    gain += place <= TOP ? Math.log(2) / Math.log(1 + place) : 0;
                }
            }
        }
        return new LeaveOneOut(hidden == 0 ? 0 : (double) found / hidden, hidden == 0 ? 0 : gain / hidden, hidden);
    }

    private static int place(int service, double[] held, double[] scores) {
        int place = 1;
        for (int other = 0; other < held.length; other++) {
            place += other != service && held[other] == 0 && scores[other] >= scores[service] ? 1 : 0;
        }
        return place;
    }

    private static double product(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    private static int services(double[] row) {
        int count = 0;
        for (double held : row) {
            count += held != 0 ? 1 : 0;
        }
        return count;
    }
}
