package io.crosswise.testing;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Verdict;
import java.util.List;
import java.util.Set;

/** A candidate valid by default: fibre broadband at 40 euros with 16 of margin, accepted by one in five, bought anyway by one in twenty. */
public final class CandidateBuilder {
    private String offer = "FIBRE_500";
    private Kind kind = Kind.CROSS_SELL;
    private List<String> services = List.of("FIBRE_500");
    private Set<ServiceCategory> categories = Set.of(ServiceCategory.HBB);
    private Money price = Money.euros("40");
    private Money margin = Money.euros("16");
    private Money discount = Money.ZERO;
    private int contractMonths = 12;
    private int trialDays;
    private Money maxDiscount = Money.euros("5");
    private boolean needsFibre;
    private double ifOffered = 0.2;
    private double ifNotOffered = 0.05;

    private CandidateBuilder() {}

    public static CandidateBuilder aCandidate() {
        return new CandidateBuilder();
    }

    public static CandidateBuilder aCandidate(String offer, ServiceCategory category) {
        CandidateBuilder builder = new CandidateBuilder();
        builder.offer = offer;
        builder.services = List.of(offer);
        builder.categories = Set.of(category);
        return builder;
    }

    public CandidateBuilder as(Kind changed) {
        kind = changed;
        return this;
    }

    public CandidateBuilder adding(List<String> added, Set<ServiceCategory> addedCategories) {
        services = added;
        categories = addedCategories;
        return this;
    }

    public CandidateBuilder costing(String monthlyPrice, String monthlyMargin) {
        price = Money.euros(monthlyPrice);
        margin = Money.euros(monthlyMargin);
        return this;
    }

    public CandidateBuilder discounted(String monthly) {
        discount = Money.euros(monthly);
        return this;
    }

    public CandidateBuilder lasting(int months) {
        contractMonths = months;
        return this;
    }

    public CandidateBuilder triedFor(int days) {
        trialDays = days;
        return this;
    }

    public CandidateBuilder grantingUpTo(String monthly) {
        maxDiscount = Money.euros(monthly);
        return this;
    }

    public CandidateBuilder needingFibre() {
        needsFibre = true;
        return this;
    }

    public CandidateBuilder accepted(double offered, double notOffered) {
        ifOffered = offered;
        ifNotOffered = notOffered;
        return this;
    }

    public Candidate build() {
        return new Candidate(
                offer, "Offer " + offer, kind, services, categories, price, margin, discount, maxDiscount, contractMonths,
                trialDays,
                needsFibre, new Probability(ifOffered), new Probability(ifNotOffered), List.of(), List.of(), Verdict.ALLOWED,
                null);
    }
}
