package io.crosswise.scoring;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Asks every model of the family what it says of one customer; a model that is not there is not asked, and what it would have
 * said stays unknown.
 */
public class ScoreCustomer {
    private final LifetimeValueSettings lifetimeValue;

    public ScoreCustomer(LifetimeValueSettings lifetimeValue) {
        this.lifetimeValue = lifetimeValue;
    }

    /**
     * P(buys anyway) = P(buys | offered) − uplift, kept in [0,1], where a model of the uplift stood its gates; elsewhere the model of
     * hold-out customers says it. A category without propensity, or without either of the two, is not in the answer.
     *
     * @param models one unchangeable set, so that no model changes while a case runs
     * @param onSale categories on sale in the customer's market
     * @param features unknown ones missing or null
     * @throws IllegalArgumentException when a feature is NaN or infinite
     * @throws RefusedScore when a score is not finite, or a probability outside [0,1]
     */
    public CustomerScores score(
            ModelSet models, CustomerProfile profile, Set<ServiceCategory> onSale, Map<String, Double> features) {
        Asked asked = new Asked(models, FeatureRow.of(features));
        Map<ServiceCategory, Propensity> propensities = new EnumMap<>(ServiceCategory.class);
        Map<ServiceCategory, Propensity> upsells = new EnumMap<>(ServiceCategory.class);
        for (ServiceCategory category : ServiceCategory.values()) {
            if (onSale.contains(category)) {
                score(asked, category, profile.heldCategories().contains(category), propensities, upsells);
            }
        }
        Outlook outlook = outlook(asked, profile);
        Likeness likeness = likeness(asked, profile);
        Map<ChannelCode, ChannelResponse> responses = responses(asked, profile.market());
        return new CustomerScores(
                propensities, upsells, outlook, likeness, responses, asked.scores(), asked.shadowScores());
    }

    private static void score(
            Asked asked,
            ServiceCategory category,
            boolean held,
            Map<ServiceCategory, Propensity> propensities,
            Map<ServiceCategory, Propensity> upsells) {
        if (!asked.has(FamilyModels.propensity(category))) {
            return;
        }
        Optional<Double> uplift = asked.score(FamilyModels.uplift(category));
        Optional<Probability> anyway =
                uplift.isPresent() ? Optional.empty() : asked.probability(FamilyModels.baseline(category));
        if (uplift.isEmpty() && anyway.isEmpty()) {
            return;
        }
        UnaryOperator<Probability> notOffered =
                offered -> anyway.orElseGet(() -> new Probability(Math.max(0, Math.min(1, offered.value() - uplift.get()))));
        asked.probability(FamilyModels.propensity(category))
                .ifPresent(offered -> propensities.put(category, new Propensity(offered, notOffered.apply(offered))));
        if (held) {
            asked.probability(FamilyModels.upsell(category))
                    .ifPresent(offered -> upsells.put(category, new Propensity(offered, notOffered.apply(offered))));
        }
    }

    private Outlook outlook(Asked asked, CustomerProfile profile) {
        Optional<Survival> stays = asked.survival(FamilyModels.CHURN_HAZARD);
        Optional<Double> margin = asked.score(FamilyModels.MARGIN);
        Map<ServiceCategory, Probability> drops = new EnumMap<>(ServiceCategory.class);
        for (ServiceCategory category : profile.heldCategories()) {
            asked.survival(FamilyModels.serviceDrop(category))
                    .ifPresent(holds -> drops.put(category, new Probability(holds.within(4))));
        }
        return new Outlook(
                stays.map(survival -> new Probability(survival.within(1))).orElse(null),
                stays.map(survival -> new Probability(survival.within(4))).orElse(null),
                drops,
                margin.map(Money::euros).orElse(null),
                stays.flatMap(survival -> margin.map(monthly -> lifetimeValue.of(monthly, survival))).orElse(null),
                asked.probability(FamilyModels.PAYMENT_RISK).orElse(null),
                asked.probability(FamilyModels.REFERRAL).orElse(null),
                profile.market() == Market.EBU ? asked.probability(FamilyModels.EXPANSION).orElse(null) : null);
    }

    private static Likeness likeness(Asked asked, CustomerProfile profile) {
        Map<String, Double> clusters = asked.cluster(FamilyModels.CLUSTERS);
        Map<String, Double> affinities = asked.affinities(FamilyModels.AFFINITY, profile);
        Double cluster = clusters.get("cluster");
        return new Likeness(cluster == null ? null : cluster.intValue(), clusters.get("similarity"), affinities);
    }

    private static Map<ChannelCode, ChannelResponse> responses(Asked asked, Market market) {
        Map<ChannelCode, ChannelResponse> responses = new EnumMap<>(ChannelCode.class);
        Arrays.stream(ChannelCode.values())
                .filter(channel -> market == Market.EBU || channel != ChannelCode.ACCOUNT_MANAGER)
                .forEach(channel -> asked.response(FamilyModels.response(channel))
                        .ifPresent(response -> responses.put(channel, response)));
        return responses;
    }
}
