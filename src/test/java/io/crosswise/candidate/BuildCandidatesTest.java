package io.crosswise.candidate;

import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.OfferBuilder.aCatalogue;
import static io.crosswise.testing.OfferBuilder.anOffer;
import static io.crosswise.testing.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.scoring.Likeness;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import io.crosswise.testing.CustomerBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildCandidatesTest {
    private static final CustomerScores SCORES = scores(0.3, 0.1, 0.2);
    private static final Set<ServiceCategory> ALL = Set.of();
    private final BuildCandidates buildCandidates = new BuildCandidates();

    @Test
    void aServiceOfACategoryNotHeldIsACrossSellAtItsFullPrice() {
        Candidate fibre = build(aCustomer(), ALL, true, anOffer().needingFibre().build());

        assertThat(fibre.isAllowed()).isTrue();
        assertThat(fibre.kind()).isEqualTo(Kind.CROSS_SELL);
        assertThat(fibre.monthlyPrice()).isEqualTo(Money.euros("40"));
        assertThat(fibre.monthlyMargin()).isEqualTo(Money.euros("16"));
        assertThat(fibre.ifOffered()).isEqualTo(new Probability(0.3));
        assertThat(fibre.ifNotOffered()).isEqualTo(new Probability(0.1));
        assertThat(fibre.needsFibre()).isTrue();
    }

    @Test
    void aHigherLevelOfWhatIsHeldIsAnUpgradeWorthTheDifference() {
        Candidate larger = build(aCustomer(), ALL, true, anOffer("MOBILE_L", ServiceCategory.MOBILE, 3).costing("35", "15").build());

        assertThat(larger.isAllowed()).isTrue();
        assertThat(larger.kind()).isEqualTo(Kind.UPSELL);
        assertThat(larger.monthlyPrice()).isEqualTo(Money.euros("15"));
        assertThat(larger.monthlyMargin()).isEqualTo(Money.euros("7"));
    }

    @Test
    void anUpgradeOfAServiceOfUnknownPriceIsComparedWithTheCatalogue() {
        Holding priceless = new Holding("MOBILE_S", ServiceCategory.MOBILE, 1, null, null, null, null);

        List<Candidate> built = buildCandidates.build(
                aCustomer().owning(priceless).build(),
                aCatalogue(List.of(
                        anOffer("MOBILE_S", ServiceCategory.MOBILE, 1).costing("12", "5").build(),
                        anOffer("MOBILE_L", ServiceCategory.MOBILE, 3).costing("35", "15").build())),
                SCORES, Search.EVERYWHERE);

        assertThat(built.get(0).monthlyPrice()).isEqualTo(Money.euros("23"));
        assertThat(built.get(0).monthlyMargin()).isEqualTo(Money.euros("10"));
    }

    @Test
    void rejectsWhatTheCustomerAlreadyOwnsAtTheSameOrAHigherLevel() {
        CustomerBuilder owner = aCustomer().owning(holding("MOBILE_M", ServiceCategory.MOBILE, 2));

        assertThat(build(owner, ALL, true, anOffer("MOBILE_S", ServiceCategory.MOBILE, 1).build())).satisfies(this::isOwned);
        assertThat(build(owner, ALL, true, anOffer("MOBILE_X", ServiceCategory.MOBILE, 2).build())).satisfies(this::isOwned);
    }

    @Test
    void aServiceOfUnknownLevelIsNotUpgraded() {
        Holding unknown = new Holding("PHONE", ServiceCategory.MOBILE, null, null, null, null, null);

        assertThat(build(aCustomer().owning(unknown), ALL, true, anOffer("MOBILE_L", ServiceCategory.MOBILE, 3).build()))
                .satisfies(this::isOwned);
    }

    @Test
    void whatTheStrategyDoesNotLookAtIsRefusedByTheStrategy() {
        Candidate fibre = build(aCustomer(), Set.of(ServiceCategory.TV), true, anOffer().build());
        Candidate upgrade = build(aCustomer(), ALL, false, anOffer("MOBILE_L", ServiceCategory.MOBILE, 3).build());

        assertThat(code(fibre)).isEqualTo("OUTSIDE_STRATEGY");
        assertThat(((Rejected) fibre.verdict()).reason().stage()).isEqualTo(Stage.STRATEGY);
        assertThat(code(upgrade)).isEqualTo("OUTSIDE_STRATEGY");
    }

    @Test
    void anOfferMadeForCompaniesOfAnotherSizeIsRefusedOnlyWhenTheSizeIsKnown() {
        Offer large = anOffer("LAN", ServiceCategory.HBB, 1).forCompanies(31, null).build();
        Offer small = anOffer("BOX", ServiceCategory.HBB, 1).forCompanies(null, 29).build();
        Offer fitting = anOffer("FIT", ServiceCategory.HBB, 1).forCompanies(30, 30).build();

        assertThat(code(build(aCompany(), ALL, true, large))).isEqualTo("COMPANY_SIZE");
        assertThat(code(build(aCompany(), ALL, true, small))).isEqualTo("COMPANY_SIZE");
        assertThat(build(aCompany(), ALL, true, fitting).isAllowed()).isTrue();
        assertThat(build(aCompany().employing(null, null), ALL, true, large).isAllowed()).isTrue();
    }

    @Test
    void withoutAScoreThereIsNoCandidate() {
        CustomerScores none = scores(Map.of(), Outlook.UNKNOWN);

        assertThat(code(build(aCustomer(), none, anOffer().build()))).isEqualTo("NO_SCORE");
        assertThat(code(build(aCustomer(), null, anOffer().build()))).isEqualTo("NO_SCORE");
    }

    @Test
    void looksAtOffersOfTheCustomersMarketOnlyInTheOrderOfTheirCodes() {
        List<Candidate> built = buildCandidates.build(
                aCustomer().build(),
                aCatalogue(List.of(
                        anOffer("TV_B", ServiceCategory.TV, 1).build(),
                        anOffer("LAN", ServiceCategory.HBB, 1).forCompanies(null, null).build(),
                        anOffer("FIBRE_A", ServiceCategory.HBB, 1).build())),
                SCORES, Search.EVERYWHERE);

        assertThat(built).extracting(Candidate::offer).containsExactly("FIBRE_A", "TV_B");
    }

    @Test
    void anUpgradeIsScoredByTheModelOfUpgradesWhereThereIsOne() {
        Map<ServiceCategory, Propensity> upsells =
                Map.of(ServiceCategory.MOBILE, new Propensity(new Probability(0.5), new Probability(0.4)));
        CustomerScores scores = new CustomerScores(
                SCORES.propensities(), upsells, Outlook.UNKNOWN, Likeness.UNKNOWN, Map.of(), List.of(), List.of());

        assertThat(build(aCustomer(), scores, anOffer("MOBILE_L", ServiceCategory.MOBILE, 3).build()).ifOffered())
                .isEqualTo(new Probability(0.5));
        assertThat(build(aCustomer(), scores, anOffer("TV_B", ServiceCategory.TV, 1).build()).ifOffered())
                .isEqualTo(new Probability(0.3));
    }

    @Test
    void whatLikeCustomersHoldIsLookedAtThoughTheStrategyLooksElsewhere() {
        CustomerScores scores = new CustomerScores(
                SCORES.propensities(), Map.of(), Outlook.UNKNOWN,
                new Likeness(null, null, Map.of("CLOUD_A", 0.4, "GUARD_A", 0.2, "TV_A", -0.1)), Map.of(), List.of(), List.of());
        List<Offer> offers = List.of(
                anOffer("CLOUD_A", ServiceCategory.CLOUD, 1).build(),
                anOffer("GUARD_A", ServiceCategory.SECURITY, 1).build(),
                anOffer("TV_A", ServiceCategory.TV, 1).build());
        Search search = new Search(Set.of(ServiceCategory.HBB), false, 1, 0);

        List<Candidate> built = buildCandidates.build(aCustomer().build(), aCatalogue(offers), scores, search);

        assertThat(built).filteredOn(Candidate::isAllowed).extracting(Candidate::name).containsExactly(offers.get(0).name());
        assertThat(built.get(0).notes()).extracting(Reason::code).containsExactly("AFFINITY");
        assertThat(buildCandidates.build(
                        aCustomer().build(), aCatalogue(offers), scores, new Search(Set.of(ServiceCategory.HBB), false, 3, 0)))
                .filteredOn(Candidate::isAllowed)
                .as("a service like customers do not hold is no discovery")
                .hasSize(2);
    }

    private Candidate build(CustomerBuilder customer, Set<ServiceCategory> focus, boolean upsell, Offer offer) {
        return buildCandidates.build(customer.build(), aCatalogue(List.of(offer)), SCORES, new Search(focus, upsell, 0, 0)).get(0);
    }

    private Candidate build(CustomerBuilder customer, CustomerScores scores, Offer offer) {
        return buildCandidates.build(customer.build(), aCatalogue(List.of(offer)), scores, Search.EVERYWHERE).get(0);
    }

    private void isOwned(Candidate candidate) {
        assertThat(code(candidate)).isEqualTo("ALREADY_OWNED");
    }

    private static String code(Candidate candidate) {
        assertThat(candidate.verdict()).isInstanceOf(Rejected.class);
        return ((Rejected) candidate.verdict()).reason().code();
    }
}
