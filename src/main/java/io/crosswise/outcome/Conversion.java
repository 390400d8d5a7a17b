package io.crosswise.outcome;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import java.time.Instant;

/**
 * A sale an offer led to.
 *
 * @param category of the services sold; several, in the order of the bundle, joined by {@code +}
 * @param monthlyNetPrice euros per month after discount
 * @param segment at the time of the decision, null unknown
 */
public record Conversion(
        DecisionId decisionId,
        CustomerId customerId,
        String offerCode,
        String category,
        Money monthlyNetPrice,
        String triggerType,
        Segment segment,
        Market market,
        Instant convertedAt) {

    /** Euros of the first year: net monthly price × 12. */
    public Money revenue() {
        return monthlyNetPrice.times(12);
    }
}
