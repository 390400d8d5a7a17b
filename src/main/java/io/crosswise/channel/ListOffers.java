package io.crosswise.channel;

import io.crosswise.customer.Customers;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a customer finds in self-care: everything already presented, and what was meant for self-care. */
public class ListOffers {
    private final Decisions decisions;
    private final Customers customers;
    private final Touches touches;
    private final Duration validity;

    /** @param validity how long an offer can be answered after it was presented */
    public ListOffers(Decisions decisions, Customers customers, Touches touches, Duration validity) {
        this.decisions = decisions;
        this.customers = customers;
        this.touches = touches;
        this.validity = validity;
    }

    /** @return empty when the customer is unknown; no offer where the customer wants none in self-care */
    public Optional<List<OpenOffer>> list(CustomerId customer) {
        return customers.find(customer).map(known -> Boolean.FALSE.equals(known.consents().get(ChannelCode.SELF_CARE))
                ? List.<OpenOffer>of()
                : offers(customer));
    }

    private List<OpenOffer> offers(CustomerId customer) {
        return decisions.offerHistory(customer).open().stream()
                .flatMap(id -> decisions.find(id).stream())
                .filter(ListOffers::isVisible)
                .map(this::openOffer)
                .toList();
    }

    private static boolean isVisible(DecisionWithState found) {
        return found.state() == OfferState.PRESENTED
                || found.state() == OfferState.SCHEDULED
                        && found.decision().channel().code() == ChannelCode.SELF_CARE;
    }

    private OpenOffer openOffer(DecisionWithState found) {
        OfferMade offer = found.decision().offer();
        Instant presentedAt = touches.find(found.decision().decisionId(), found.decision().channel().code())
                .map(Touch::sentAt)
                .orElse(found.decision().decidedAt());
        return new OpenOffer(
                found.decision().decisionId(),
                offer.code(),
                offer.name(),
                offer.services(),
                offer.monthlyPrice(),
                found.discount(),
                offer.contractMonths(),
                offer.trialDays(),
                presentedAt.plus(validity));
    }
}
