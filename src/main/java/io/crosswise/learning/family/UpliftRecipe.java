package io.crosswise.learning.family;

import io.crosswise.learning.Judging;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an offer of a category changes: learned from who was offered it and who was held back by chance. */
record UpliftRecipe(ServiceCategory category) implements Recipe {
    /** Of both arms' models: few trees, since one of them has a tenth of the customers. */
    private static final TrainingSettings ARMS = TrainingSettings.cautious();

    private static final TrainingSettings EFFECT = new TrainingSettings("1.0", 40, 2, 0.06, 50, 5, 0.8, 0.5, 42);

    @Override
    public String model() {
        return "uplift-" + category.slug();
    }

    /**
     * The X-learner's trees, judged by cross-validation over the whole past: the control of its last quarter alone is too small
     * to tell good from bad. The report holds beside that what the same recipe reaches out of time, {@code outOfTime…}, and what
     * the plain difference of two models does, {@code tLearner…}.
     */
    @Override
    public TrainedModel train(Run run) {
        TrainingSet dated = set(run);
        TrainingSet set = withoutDays(dated);
        TrainingSettings settings = EFFECT.withVersion(run.version());
        TrainModel xLearner = new TrainModel(new XLearner(run.boosting(), ARMS), run.boosting());
        TrainModel tLearner = new TrainModel(new TLearner(run.boosting()), run.boosting());
        Judging quietly = Judging.standard().accepting(run.judging().acceptedLeaks());
        TrainedModel uplift = xLearner.train(set, settings, run.judging());
        Map<String, Object> metrics = new TreeMap<>(uplift.report().metrics());
        add(metrics, "tLearner", tLearner.train(set, ARMS, quietly).report());
        if (dated.days() != null) {
            add(metrics, "outOfTime", xLearner.train(dated, settings, quietly).report());
        }
        return new TrainedModel(uplift.pmml(), uplift.report().withMetrics(metrics));
    }

    private static void add(Map<String, Object> metrics, String prefix, ModelReport other) {
        for (String metric : List.of("qini", "qiniLow", "qiniHigh", "upliftTop30")) {
            if (other.metrics().containsKey(metric)) {
                String name = prefix + Character.toUpperCase(metric.charAt(0)) + metric.substring(1);
                metrics.put(name, other.metrics().get(metric));
            }
        }
    }

    private static TrainingSet withoutDays(TrainingSet set) {
        return new TrainingSet(
                set.model(),
                set.objective(),
                set.columns(),
                set.rows(),
                set.target(),
                set.weights(),
                set.treated(),
                set.groups(),
                null,
                set.slices(),
                set.dataSha256());
    }

    private TrainingSet set(Run run) {
        Rows rows = new Rows();
        OfferModels.forEach(run.history(), contact -> contact.category() == category, contact -> rows.add(
                contact.customer(), contact.on(), contact.features(), contact.bought() ? 1 : 0, contact.treated()));
        return rows.toSet(model(), Objective.VALUE, run.history().sha256());
    }
}
