package io.crosswise.policy;

/**
 * One side of a comparison between customers who were asked to buy a service and customers who were held out, as sums.
 *
 * @param customers how many, each counted once
 * @param taken how many of them have the new service some months later
 * @param lost sum of the shares of a held service's margin that went in the meantime, each in [0,1]
 * @param lostSquared sum of their squares
 * @param lostWhereTaken the part of {@code lost} of those who have the new service
 */
public record Arm(long customers, double taken, double lost, double lostSquared, double lostWhereTaken) {
    double meanTaken() {
        return taken / customers;
    }

    double meanLost() {
        return lost / customers;
    }

    /** Variance of the mean of (lost − share × taken); a customer counts as taken or not, so taken² is taken. */
    double varianceOfMean(double share) {
        double squares = lostSquared - 2 * share * lostWhereTaken + share * share * taken;
        double mean = meanLost() - share * meanTaken();
        return Math.max(0, squares / customers - mean * mean) / (customers - 1);
    }

    /** Variance of the mean of taken. */
    double varianceOfMeanTaken() {
        return meanTaken() * (1 - meanTaken()) / (customers - 1);
    }
}
