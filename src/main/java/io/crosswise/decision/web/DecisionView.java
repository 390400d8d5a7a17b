package io.crosswise.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.util.List;

/**
 * A decision as the HTTP contract shows it: the record, the offer as it stands now, and its state. The offer's margin stays inside; what
 * each candidate is expected to earn is told with its parts, to whoever may read or cause decisions.
 *
 * @param erased true when the customer's personal data were erased from it, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
        @JsonUnwrapped @JsonIgnoreProperties("offer") Decision decision,
        Offer offer,
        OfferState state,
        DecisionId supersededBy,
        Boolean erased) {

    /** @param discount euros per month, as a person may have changed it */
    record Offer(
            String code, String name, List<String> services, Money monthlyPrice, Money discount, int contractMonths, int trialDays,
            String kind) {}

    static DecisionView of(DecisionWithState found) {
        Decision.OfferMade made = found.decision().offer();
        Offer offer = made == null
                ? null
                : new Offer(
                        made.code(), made.name(), made.services(), made.monthlyPrice(), found.discount(), made.contractMonths(),
                        made.trialDays(), made.kind());
        return new DecisionView(
                found.decision(), offer, found.state(), found.supersededBy(), found.decision().customerId().isErased() ? true : null);
    }
}
