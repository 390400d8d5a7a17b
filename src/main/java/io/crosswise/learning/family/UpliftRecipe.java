package io.crosswise.learning.family;

import io.crosswise.learning.Judging;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import io.crosswise.shared.ServiceCategory;
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

    /** The X-learner's trees; the report holds beside its figures those of the plain difference of two models, {@code tLearner…}. */
    @Override
    public TrainedModel train(Run run) {
        TrainingSet set = set(run);
        TrainingSettings settings = EFFECT.withVersion(run.version());
        TrainedModel uplift = new TrainModel(new XLearner(run.boosting(), ARMS), run.boosting()).train(set, settings, run.judging());
        Judging quietly = Judging.standard().accepting(run.judging().acceptedLeaks());
        ModelReport difference = new TrainModel(new TLearner(run.boosting()), run.boosting()).train(set, ARMS, quietly).report();
        Map<String, Object> metrics = new TreeMap<>(uplift.report().metrics());
        for (String metric : new String[] {"qini", "upliftTop30"}) {
            if (difference.metrics().containsKey(metric)) {
                metrics.put("tLearner" + Character.toUpperCase(metric.charAt(0)) + metric.substring(1), difference.metrics().get(metric));
            }
        }
        return new TrainedModel(uplift.pmml(), uplift.report().withMetrics(metrics));
    }

    private TrainingSet set(Run run) {
        Rows rows = new Rows();
        OfferModels.forEach(run.history(), contact -> contact.category() == category, contact -> rows.add(
                contact.customer(), contact.on(), contact.features(), contact.bought() ? 1 : 0, contact.treated()));
        return rows.toSet(model(), Objective.VALUE, run.history().sha256());
    }
}
