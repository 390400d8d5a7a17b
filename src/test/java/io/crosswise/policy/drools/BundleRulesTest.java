package io.crosswise.policy.drools;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.Share;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import io.crosswise.shared.Verdict.Rejected;
import io.crosswise.testing.CandidateBuilder;
import io.crosswise.testing.CustomerBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BundleRulesTest {
    private static final DroolsBundles RULES = new DroolsBundles(TestRulebook.RULEBOOK);
    private static final Candidate FIBRE = aCandidate("FIBRE", ServiceCategory.HBB).costing("40", "16").build();
    private static final Candidate TV = aCandidate("TV", ServiceCategory.TV).costing("10", "4").build();
    private static final Candidate LINE = aCandidate("LINE", ServiceCategory.ADDITIONAL_LINE).costing("10", "5").build();
    private static final Holding MOBILE = holding("MOBILE_S", ServiceCategory.MOBILE, 1);

    @Test
    void aBundleOfTwoNewServicesForLessThanItsPartsIsAllowed() {
        assertThat(judge(aCustomer(), composed(bundle().build(), List.of(FIBRE, TV), List.of())))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aBundleIsNeverDearerThanItsParts() {
        Composition dear = composed(bundle().discounted("-0.01").build(), List.of(FIBRE, TV), List.of());

        assertThat(judge(aCustomer(), dear)).satisfies(isRefused("DEARER_THAN_PARTS", "A bundle is never dearer than its parts"));
    }

    @Test
    void aBundleKeepsAtLeastAQuarterOfItsMarginAfterTheDiscount() {
        List<Candidate> generous = List.of(
                aCandidate("FIBRE", ServiceCategory.HBB).costing("40", "16").grantingUpTo("12").build(),
                aCandidate("TV", ServiceCategory.TV).costing("10", "4").grantingUpTo("4").build());

        assertThat(judge(aCustomer(), composed(bundle().discounted("15.01").build(), generous, List.of())))
                .satisfies(isRefused("BELOW_MARGIN_FLOOR", "A bundle keeps at least a quarter of its margin after the discount"));
        assertThat(judge(aCustomer(), composed(bundle().discounted("15").build(), generous, List.of())))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aBundleIsDiscountedByNoMoreThanAPersonMayGrantOnWhatIsNew() {
        assertThat(judge(aCustomer(), composed(bundle().discounted("10.01").build(), List.of(FIBRE, TV), List.of())))
                .satisfies(isRefused("DISCOUNT_ABOVE_CAP",
                        "A bundle is discounted by no more than a person may grant on what is new"));
        assertThat(judge(aCustomer(), composed(bundle().discounted("10").build(), List.of(FIBRE, TV), List.of())))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aServiceLockedInForHalfAYearIsNotDiscountedByMoreThanHalfOfWhatTheBundleAdds() {
        CandidateBuilder line = bundle().adding(List.of("LINE"), Set.of(ServiceCategory.ADDITIONAL_LINE)).costing("10", "5");
        Composition completion = composed(line.discounted("2.51").build(), List.of(LINE), List.of(lockedUntil(6)));

        assertThat(judge(aCustomer().owning(lockedUntil(6)), completion)).satisfies(isRefused("RECONTRACTED_IN_LOCK_IN",
                "A service locked in for half a year is not discounted by more than half of what the bundle adds"));
        assertThat(judge(aCustomer().owning(lockedUntil(5)), completion)).matches(Candidate::isAllowed);
        assertThat(judge(
                        aCustomer().owning(lockedUntil(6)),
                        composed(line.discounted("2.50").build(), List.of(LINE), List.of(lockedUntil(6)))))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aBundleAddsALineForTheFamilyOnlyWhereAHouseholdIsKnown() {
        Composition family = composed(
                bundle().adding(List.of("FIBRE", "LINE"), Set.of(ServiceCategory.HBB, ServiceCategory.ADDITIONAL_LINE)).build(),
                List.of(FIBRE, LINE),
                List.of());
        Composition line = composed(
                bundle().adding(List.of("LINE"), Set.of(ServiceCategory.ADDITIONAL_LINE)).costing("10", "5").discounted("1").build(),
                List.of(LINE),
                List.of(MOBILE));

        assertThat(judge(aCustomer().with((Person) null), family)).satisfies(
                isRefused("NOBODY_FOR_THE_LINE", "A bundle adds a line for the family only where a household is known"));
        assertThat(judge(aCustomer().livingWith(2), family)).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().with((Person) null), line)).as("only the line is new").matches(Candidate::isAllowed);
        assertThat(judge(aCompany(), family)).as("a company has no household").matches(Candidate::isAllowed);
    }

    @Test
    void aBundleDoesNotTakeMoreMarginFromServicesHeldThanItAdds() {
        assertThat(judge(aCustomer(), composed(taking("15"), List.of(FIBRE, TV), List.of()))).satisfies(isRefused(
                "TAKES_MORE_THAN_IT_ADDS", "A bundle does not take more margin from services held than it adds"));
        assertThat(judge(aCustomer(), composed(taking("14.99"), List.of(FIBRE, TV), List.of())))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aBundleAddsAtMostThreeServicesAtOnce() {
        CandidateBuilder four = bundle().adding(
                List.of("A", "B", "C", "D"), Set.of(ServiceCategory.HBB, ServiceCategory.TV));

        assertThat(judge(aCustomer(), composed(four.build(), List.of(FIBRE, TV, LINE), List.of())))
                .satisfies(isRefused("TOO_MANY_SERVICES", "A bundle adds at most three services at once"));
    }

    @Test
    void aNoviceGetsAtMostTwoNewServicesAtOnce() {
        CandidateBuilder three = bundle().adding(
                List.of("FIBRE", "TV", "LINE"), Set.of(ServiceCategory.HBB, ServiceCategory.TV, ServiceCategory.ADDITIONAL_LINE));
        Composition bundle = composed(three.build(), List.of(FIBRE, TV, LINE), List.of());

        assertThat(judge(aCustomer().with(DigitalExpertise.NOVICE), bundle))
                .satisfies(isRefused("TOO_MUCH_FOR_A_NOVICE", "A novice gets at most two new services at once"));
        assertThat(judge(aCustomer(), bundle)).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().with((DigitalExpertise) null), bundle)).matches(Candidate::isAllowed);
    }

    @Test
    void aBundleDoesNotHoldTwoServicesOfTheSameKind() {
        Composition twice =
                composed(bundle().build(), List.of(FIBRE), List.of(holding("FIBRE_OLD", ServiceCategory.HBB, 1)));

        assertThat(judge(aCustomer(), twice))
                .satisfies(isRefused("DUPLICATED_SERVICE", "A bundle does not hold two services of the same kind"));
    }

    @Test
    void aBundleThatCompletesAPortfolioDoesNotGiveAwayWhatIsAlreadyPaid() {
        CandidateBuilder line = bundle().adding(List.of("LINE"), Set.of(ServiceCategory.ADDITIONAL_LINE)).costing("10", "9");
        Candidate generous =
                aCandidate("LINE", ServiceCategory.ADDITIONAL_LINE).costing("10", "5").grantingUpTo("6").build();

        assertThat(judge(aCustomer(), composed(line.discounted("5.01").build(), List.of(generous), List.of(MOBILE))))
                .satisfies(isRefused("GIVES_AWAY_WHAT_IS_PAID",
                        "A bundle that completes a portfolio does not give away what is already paid"));
        assertThat(judge(aCustomer(), composed(line.discounted("5").build(), List.of(LINE), List.of(MOBILE))))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aServiceWhosePromotionStillRunsIsNotDiscountedAgainInABundle() {
        Composition completion = composed(bundle().build(), List.of(FIBRE, TV), List.of(MOBILE));
        CustomerBuilder promoted = promotedFor(60);

        assertThat(judge(promoted, completion)).satisfies(isRefused("DOUBLE_DISCOUNT",
                "A service whose promotion still runs is not discounted again in a bundle"));
        assertThat(judge(promoted, composed(bundle().build(), List.of(FIBRE, TV), List.of())))
                .as("the public price of other services")
                .matches(Candidate::isAllowed);
        assertThat(judge(aCustomer(), completion)).matches(Candidate::isAllowed);
    }

    @Test
    void theFreeTrialOfABundleDoesNotStartWhileAPromotionRunsForAnotherHalfYear() {
        Composition tried = composed(bundle().triedFor(30).build(), List.of(FIBRE, TV), List.of());

        assertThat(judge(promotedFor(183), tried)).satisfies(isRefused("PROMOTIONS_OVERLAP",
                "The free trial of a bundle does not start while a promotion runs for another half year"));
        assertThat(judge(promotedFor(182), tried)).matches(Candidate::isAllowed);
        assertThat(judge(promotedFor(183), composed(bundle().triedFor(29).build(), List.of(FIBRE, TV), List.of())))
                .matches(Candidate::isAllowed);
        assertThat(judge(aCustomer(), tried)).matches(Candidate::isAllowed);
    }

    @Test
    void aVulnerableCustomerIsNotBoundByABundleForMoreThanTwelveMonths() {
        assertThat(judge(aCustomer().vulnerable(), composed(bundle().lasting(13).build(), List.of(FIBRE, TV), List.of())))
                .satisfies(isRefused("TOO_LONG_FOR_A_VULNERABLE_CUSTOMER",
                        "A vulnerable customer is not bound by a bundle for more than twelve months"));
        assertThat(judge(aCustomer().vulnerable(), composed(bundle().build(), List.of(FIBRE, TV), List.of())))
                .matches(Candidate::isAllowed);
    }

    private static CustomerBuilder promotedFor(int days) {
        return aCustomer().with(new Promotion("P", "MOBILE_S", Money.euros("10"), Money.euros("20"), TODAY.plusDays(days)));
    }

    private static Composition composed(Candidate bundle, List<Candidate> added, List<Holding> kept) {
        return new Composition(bundle, added, kept, added.stream().map(Candidate::maxDiscount).reduce(Money.ZERO, Money::plus));
    }

    private static Candidate taking(String euros) {
        Reason why = new Reason("N", Stage.CANNIBALISATION, "A rule", "Note.");
        return bundle().build().losing(Loss.of("MOBILE_S", Money.euros(euros), Share.byHand(1), why));
    }

    private static Holding lockedUntil(int months) {
        return new Holding(
                "MOBILE_S", ServiceCategory.MOBILE, 1, Money.euros("20"), Money.euros("8"), TODAY, TODAY.plusMonths(months));
    }

    private static CandidateBuilder bundle() {
        return aCandidate("DUO", ServiceCategory.HBB)
                .as(Kind.BUNDLE)
                .adding(List.of("FIBRE", "TV"), Set.of(ServiceCategory.HBB, ServiceCategory.TV))
                .costing("50", "20")
                .discounted("5");
    }

    private static Candidate judge(CustomerBuilder customer, Composition bundle) {
        return RULES.judge(List.of(bundle), customer.build(), TODAY).get(0);
    }

    private static Consumer<Candidate> isRefused(String code, String rule) {
        return candidate -> {
            Verdict verdict = candidate.verdict();
            assertThat(verdict).isInstanceOf(Rejected.class);
            assertThat(((Rejected) verdict).reason())
                    .extracting(Reason::code, Reason::stage, Reason::rule)
                    .containsExactly(code, Stage.BUNDLES, rule);
        };
    }
}
