package io.crosswise.learning.family;

import io.crosswise.learning.Folds;
import io.crosswise.learning.SnapshotExample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The factors of one market's holdings, as many as find most hidden services of customers they were not made from.
 *
 * @param services codes, the order of the matrix
 * @param held a row per customer
 * @param matrix to fold customers in with, see {@link PureSvd}
 * @param found by that many factors
 * @param popularity found by answering everyone with what most hold
 */
record MarketFactors(
        List<String> services, double[][] held, double[][] matrix, int rank, LeaveOneOut found, LeaveOneOut popularity) {
    static final int FOLDS = 5;
    static final int SEED = 42;
    /** A service held by fewer says nothing of who likes it. */
    static final int FEWEST_HOLDERS = 5;

    /** Null when the customers hold fewer than two services between them. */
    static MarketFactors of(List<SnapshotExample> customers) {
        List<String> services = services(customers);
        if (services.size() < 2) {
            return null;
        }
        double[][] held = customers.stream()
                .map(customer -> services.stream()
                        .mapToDouble(service -> customer.services().contains(service) ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        LeaveOneOut[] found = judged(held);
        int best = 0;
        for (int i = 1; i < found.length - 1; i++) {
            best = found[i].ndcgAt3() > found[best].ndcgAt3() ? i : best;
        }
        double[][] matrix = PureSvd.projection(held, best + 1);
        return new MarketFactors(services, held, matrix, best + 1, found[best], found[found.length - 1]);
    }

    /** By one factor, by two… and last by popularity, each over customers it was not made from. */
    private static LeaveOneOut[] judged(double[][] held) {
        int[] customers = IntStream.range(0, held.length).toArray();
        double[] sizes = Arrays.stream(held).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        int[] folds = Folds.stratified(sizes, customers, FOLDS, SEED);
        LeaveOneOut[] found = new LeaveOneOut[held[0].length];
        Arrays.fill(found, LeaveOneOut.NOTHING);
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[][] seen = rows(held, customer -> folds[customer] != left);
            double[][] unseen = rows(held, customer -> folds[customer] == left);
            SingularValueDecomposition svd = PureSvd.svd(seen);
            for (int rank = 1; rank < found.length; rank++) {
                found[rank - 1] = found[rank - 1].and(LeaveOneOut.of(PureSvd.projection(svd, rank), unseen));
            }
            found[found.length - 1] = found[found.length - 1].and(LeaveOneOut.ofPopularity(seen, unseen));
        }
        return found;
    }

    /** Share of the customers who hold the service. */
    double share(int service) {
        return Arrays.stream(held).mapToDouble(row -> row[service]).average().orElse(0);
    }

    private static List<String> services(List<SnapshotExample> customers) {
        Map<String, Integer> holders = new TreeMap<>();
        customers.forEach(customer -> customer.services().forEach(service -> holders.merge(service, 1, Integer::sum)));
        holders.values().removeIf(count -> count < FEWEST_HOLDERS);
        return List.copyOf(holders.keySet());
    }

    private static double[][] rows(double[][] held, IntPredicate which) {
        return IntStream.range(0, held.length).filter(which).mapToObj(customer -> held[customer]).toArray(double[][]::new);
    }
}
