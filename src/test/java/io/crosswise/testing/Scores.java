package io.crosswise.testing;

import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.scoring.Likeness;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Scores to test with. */
public final class Scores {
    private Scores() {}

    /** Every category alike. @param churn null without a churn model */
    public static CustomerScores scores(double ifOffered, double ifNotOffered, Double churn) {
        Map<ServiceCategory, Propensity> propensities = new EnumMap<>(ServiceCategory.class);
        for (ServiceCategory category : ServiceCategory.values()) {
            propensities.put(category, new Propensity(new Probability(ifOffered), new Probability(ifNotOffered)));
        }
        Probability leaving = churn == null ? null : new Probability(churn);
        return scores(propensities, new Outlook(null, leaving, Map.of(), null, null, null, null, null));
    }

    public static CustomerScores scores(Map<ServiceCategory, Propensity> propensities, Outlook outlook) {
        return new CustomerScores(propensities, Map.of(), outlook, Likeness.UNKNOWN, Map.of(), List.of(), List.of());
    }
}
