package io.crosswise.scoring;

import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Map;

/**
 * What the models expect of a customer who is left as they are; null where no model said.
 *
 * @param churn3 P(leaves within 3 months)
 * @param churn12 P(leaves within 12 months)
 * @param serviceDrops P(drops the services of a held category within 12 months and stays)
 * @param monthlyMargin euros per month over the next 12 months
 * @param lifetimeValue euros, see {@link LifetimeValueSettings}
 * @param paymentRisk P(in arrears within 6 months)
 * @param referral P(brings a new customer within 12 months)
 * @param expansion P(a company adds a service within 12 months)
 */
public record Outlook(
        Probability churn3,
        Probability churn12,
        Map<ServiceCategory, Probability> serviceDrops,
        Money monthlyMargin,
        Money lifetimeValue,
        Probability paymentRisk,
        Probability referral,
        Probability expansion)
        implements Serializable {
    /** Nothing is expected, because no model was asked. */
    public static final Outlook UNKNOWN = new Outlook(null, null, Map.of(), null, null, null, null, null);
}
