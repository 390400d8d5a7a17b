package io.crosswise.learning.family;

import io.crosswise.learning.Bin;
import io.crosswise.learning.FeatureUse;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.pmml.AffinityPmml;
import io.crosswise.learning.pmml.ModelLabel;
import io.crosswise.shared.Market;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Affinities to services from what customers hold; the markets share no service, so each has factors of its own. */
final class AffinityRecipe implements Recipe {
    private static final int VERIFIED = 4;

    @Override
    public String model() {
        return "affinity";
    }

    @Override
    public TrainedModel train(Run run) {
        Map<Market, MarketFactors> markets = new EnumMap<>(Market.class);
        Collection<SnapshotExample> customers = Snapshots.newest(run.history());
        for (Market market : Market.values()) {
            MarketFactors factors = MarketFactors.of(
                    customers.stream().filter(customer -> customer.market() == market).toList());
            if (factors != null) {
                markets.put(market, factors);
            }
        }
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("The history holds no two services with " + MarketFactors.FEWEST_HOLDERS
                    + " holders each for model affinity");
        }
        ModelLabel label = new ModelLabel(
                model(),
                run.version(),
                "Affinity of a customer to every service, from the services held",
                run.history().sha256());
        return new TrainedModel(pmml(label, markets.values()), report(label, markets));
    }

    /** The markets' matrices along the diagonal of one. */
    private static byte[] pmml(ModelLabel label, Collection<MarketFactors> markets) {
        List<String> services = markets.stream().flatMap(market -> market.services().stream()).toList();
        double[][] matrix = new double[services.size()][services.size()];
        List<double[]> verification = new ArrayList<>(List.of(new double[services.size()]));
        int offset = 0;
        for (MarketFactors market : markets) {
            int size = market.services().size();
            for (int i = 0; i < size; i++) {
                System.arraycopy(market.matrix()[i], 0, matrix[offset + i], offset, size);
            }
            for (int i = 0; i < VERIFIED; i++) {
                double[] row = new double[services.size()];
                System.arraycopy(market.held()[(int) ((long) i * market.held().length / VERIFIED)], 0, row, offset, size);
                verification.add(row);
            }
            offset += size;
        }
        return AffinityPmml.write(label, services, matrix, verification.toArray(double[][]::new));
    }

    private static ModelReport report(ModelLabel label, Map<Market, MarketFactors> markets) {
        Map<String, Object> metrics = new TreeMap<>();
        List<FeatureUse> features = new ArrayList<>();
        LeaveOneOut found = LeaveOneOut.NOTHING;
        LeaveOneOut popularity = LeaveOneOut.NOTHING;
        int customers = 0;
        for (Map.Entry<Market, MarketFactors> entry : markets.entrySet()) {
            MarketFactors market = entry.getValue();
            found = found.and(market.found());
            popularity = popularity.and(market.popularity());
            customers += market.held().length;
            metrics.put("rank" + entry.getKey(), market.rank());
            metrics.put("recallAt3" + entry.getKey(), market.found().recallAt3());
            metrics.put("popularityRecallAt3" + entry.getKey(), market.popularity().recallAt3());
            for (int service = 0; service < market.services().size(); service++) {
                features.add(use(market.services().get(service), market.share(service)));
            }
        }
        metrics.put("rows", customers);
        metrics.put("hiddenServices", found.hidden());
        metrics.put("recallAt3", found.recallAt3());
        metrics.put("ndcgAt3", found.ndcgAt3());
        metrics.put("popularityRecallAt3", popularity.recallAt3());
        metrics.put("popularityNdcgAt3", popularity.ndcgAt3());
        return ModelReport.of(
                        label.name(),
                        label.version(),
                        "PureSVD, folded in by one matrix",
                        MarketFactors.FOLDS + "-fold cross-validation by customer, every service held hidden in turn",
                        label.dataSha256())
                .withMetrics(metrics)
                .withGates(List.of(found.better(popularity)))
                .withFeatures(features, List.of())
                .withSettings(Map.of("seed", MarketFactors.SEED, "fewestHolders", MarketFactors.FEWEST_HOLDERS));
    }

    private static FeatureUse use(String service, double held) {
        return new FeatureUse(
                AffinityPmml.INPUT + service,
                null,
                List.of(new Bin(null, 0.5, null, 1 - held), new Bin(0.5, null, null, held)));
    }
}
