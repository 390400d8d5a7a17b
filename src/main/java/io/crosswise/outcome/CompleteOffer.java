package io.crosswise.outcome;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.Customers;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.DecisionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends an offer; a sale gives the customer the services and counts as a conversion. Each method answers false and changes nothing
 * when the offer has ended before. Runs in the caller's transaction.
 */
public class CompleteOffer {
    private static final List<OfferState> OPEN =
            Arrays.stream(OfferState.values()).filter(OfferState::isOpen).toList();

    private final Decisions decisions;
    private final Customers customers;
    private final Catalogues catalogues;
    private final Conversions conversions;
    private final ZoneId zone;

    /** @param zone where contract days are counted */
    public CompleteOffer(
            Decisions decisions, Customers customers, Catalogues catalogues, Conversions conversions, ZoneId zone) {
        this.decisions = decisions;
        this.customers = customers;
        this.catalogues = catalogues;
        this.conversions = conversions;
        this.zone = zone;
    }

    /** @throws IllegalStateException when the catalogue the decision used lacks a service it sold */
    public boolean accepted(DecisionId id, Instant at) {
        if (!decisions.moveOn(id, OPEN, OfferState.ACCEPTED, at)) {
            return false;
        }
        DecisionWithState found = decisions.find(id).orElseThrow();
        Decision decision = found.decision();
        Catalogue catalogue = catalogues.version(decision.catalogueVersion());
        List<Holding> sold = SoldServices.of(decision, found.discount(), catalogue, LocalDate.ofInstant(at, zone));
        sold.forEach(holding -> customers.addHolding(decision.customerId(), holding));
        conversions.record(new Conversion(
                id,
                decision.customerId(),
                decision.offer().code(),
                sold.stream().map(holding -> holding.category().name()).distinct().collect(Collectors.joining("+")),
                decision.offer().monthlyPrice().minus(found.discount()),
                decision.triggerType(),
                decision.segment(),
                decision.market(),
                at));
        return true;
    }

    public boolean declined(DecisionId id, Instant at) {
        return decisions.moveOn(id, OPEN, OfferState.DECLINED, at);
    }

    /** The customer wants to be asked again; no refusal, so that only this offer waits. */
    public boolean postponed(DecisionId id, Instant at) {
        return decisions.moveOn(id, OPEN, OfferState.LATER, at);
    }

    public boolean expired(DecisionId id, Instant at) {
        return decisions.moveOn(id, OPEN, OfferState.EXPIRED, at);
    }
}
