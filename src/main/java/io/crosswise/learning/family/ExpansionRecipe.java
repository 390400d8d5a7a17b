package io.crosswise.learning.family;

import io.crosswise.learning.Judging;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import io.crosswise.shared.Market;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * P(a company adds a service within twelve months), from its own features and those propagated over its group; what the
 * group adds is measured against the same recipe without it.
 */
final class ExpansionRecipe implements Recipe {
    private static final String GROUP = "group_";
    /** Known of the company itself. */
    private static final String OWN = "group_size";

    @Override
    public String model() {
        return "expansion";
    }

    @Override
    public TrainedModel train(Run run) {
        TrainingSet set = Snapshots.within(
                        model(), snapshot -> snapshot.market() == Market.EBU, SnapshotExample::boughtWithin12)
                .set(run.history());
        TrainingSettings settings = BoostedRecipe.settings(set).withVersion(run.version());
        TrainModel trainModel = new TrainModel(run.boosting());
        TrainedModel expansion = trainModel.train(set, settings, run.judging());
        int[] own = IntStream.range(0, set.columns().size())
                .filter(column -> isOwn(set.columns().get(column).name()))
                .toArray();
        Judging quietly = Judging.standard().accepting(run.judging().acceptedLeaks());
        ModelReport alone = trainModel.train(set.withColumns(own), settings, quietly).report();
        Map<String, Object> metrics = new TreeMap<>(expansion.report().metrics());
        metrics.put("aucWithoutGroup", alone.metric("auc"));
        return new TrainedModel(expansion.pmml(), expansion.report().withMetrics(metrics));
    }

    private static boolean isOwn(String feature) {
        return feature.equals(OWN) || !feature.startsWith(GROUP);
    }
}
