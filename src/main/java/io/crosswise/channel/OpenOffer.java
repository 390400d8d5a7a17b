package io.crosswise.channel;

import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * An offer the customer can answer, as self-care shows it.
 *
 * @param monthlyPrice euros per month before discount
 * @param discount euros per month
 * @param validUntil when it can no longer be answered
 */
public record OpenOffer(
        DecisionId decisionId,
        String code,
        String name,
        List<String> services,
        Money monthlyPrice,
        Money discount,
        int contractMonths,
        int trialDays,
        Instant validUntil) {}
