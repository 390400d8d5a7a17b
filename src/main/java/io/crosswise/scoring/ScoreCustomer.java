package io.crosswise.scoring;

import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the models how likely one customer is to buy each category, with and without an offer, and to leave. */
public class ScoreCustomer {
    private static final String CHURN = "churn";

    private final ScoringModels models;

    public ScoreCustomer(ScoringModels models) {
        this.models = models;
    }

    /**
     * Scores in the order of the categories, then churn. A category without both its models is not in the answer.
     *
     * @param features unknown ones missing or null
     * @throws IllegalArgumentException when a feature is NaN or infinite
     * @throws RefusedScore when a score is no probability
     */
    public CustomerScores score(Set<ServiceCategory> categories, Map<String, Double> features) {
        ModelSet inUse = models.inUse();
        FeatureRow row = FeatureRow.of(features);
        List<ServiceCategory> scored = Arrays.stream(ServiceCategory.values())
                .filter(categories::contains)
                .filter(category -> inUse.has(propensity(category)) && inUse.has(baseline(category)))
                .toList();
        boolean churnKnown = inUse.has(CHURN);
        List<Score> scores = names(scored, churnKnown).stream().map(name -> inUse.score(name, row)).toList();
        Map<ServiceCategory, Propensity> propensities = new EnumMap<>(ServiceCategory.class);
        for (int i = 0; i < scored.size(); i++) {
            Probability ifOffered = probability(scores.get(2 * i));
            Probability ifNotOffered = probability(scores.get(2 * i + 1));
            propensities.put(scored.get(i), new Propensity(ifOffered, ifNotOffered));
        }
        Probability churn = churnKnown ? probability(scores.get(scores.size() - 1)) : null;
        return new CustomerScores(propensities, churn, scores);
    }

    private static List<String> names(List<ServiceCategory> categories, boolean churnKnown) {
        List<String> names = new ArrayList<>();
        categories.forEach(category -> {
            names.add(propensity(category));
            names.add(baseline(category));
        });
        if (churnKnown) {
            names.add(CHURN);
        }
        return names;
    }

    /** The model of treated customers. */
    public static String propensity(ServiceCategory category) {
        return "propensity-" + category.slug();
    }

    /** The model of hold-out customers, who buy by themselves or not at all. */
    public static String baseline(ServiceCategory category) {
        return "baseline-" + category.slug();
    }

    private static Probability probability(Score score) {
        if (!(score.value() >= 0 && score.value() <= 1)) {
            throw RefusedScore.of(score.model(), score.value());
        }
        return new Probability(score.value());
    }
}
