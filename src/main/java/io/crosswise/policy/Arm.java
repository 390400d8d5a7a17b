package io.crosswise.policy;

/**
 * One side of a comparison between customers who were asked to buy a service and customers who were held out, as sums. A customer may
 * have been asked several times; what one customer does is not independent, so the products are of sums per customer.
 *
 * @param customers how many
 * @param contacts how often they were asked or held out, weighted so that both arms of a campaign count alike
 * @param taken after how many of these contacts they have the new service
 * @param lost sum of the shares of a held service's margin that went in the meantime, each in [0,1]
 * @param contactsContacts sum over customers of (contacts of the customer)², the others likewise
 */
public record Arm(
        long customers,
        double contacts,
        double taken,
        double lost,
        double contactsContacts,
        double takenTaken,
        double lostLost,
        double contactsTaken,
        double contactsLost,
        double takenLost) {
    double meanTaken() {
        return taken / contacts;
    }

    double meanLost() {
        return lost / contacts;
    }

    /** Variance of the mean of (lost − share × taken), robust to what a customer's contacts have in common. */
    double varianceOfMean(double share) {
        return variance(
                lostLost - 2 * share * takenLost + share * share * takenTaken,
                contactsLost - share * contactsTaken,
                meanLost() - share * meanTaken());
    }

    /** Variance of the mean of taken, robust likewise. */
    double varianceOfMeanTaken() {
        return variance(takenTaken, contactsTaken, meanTaken());
    }

    private double variance(double squares, double withContacts, double mean) {
        double around = squares - 2 * mean * withContacts + mean * mean * contactsContacts;
        return Math.max(0, around) / (contacts * contacts) * customers / (customers - 1);
    }
}
