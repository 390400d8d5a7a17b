package io.crosswise.decision;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.ContactBuilder.opening;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.NetValue;
import io.crosswise.candidate.Share;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.LegalBasis;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.policy.Scope;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import io.crosswise.testing.InputBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArbitrateTest {
    private static final ApplyArms NO_ARMS = ApplyArms.of(List.of(), null);
    private static final ContactPermissions ANY = allowing(ChannelCode.CALL_CENTRE, ChannelCode.EMAIL);
    private static final Reason NOTE = new Reason("N", Stage.CANNIBALISATION, "A rule", "Note.");
    private static final Loss LOSS = Loss.of("MOBILE_M", Money.euros("4"), Share.byHand(0.25), NOTE);
    private final Arbitrate arbitrate = new Arbitrate();

    @Test
    void anOfferIsWorthTheMarginItAddsOverTheHorizonLessAllItCosts() {
        Candidate candidate = aCandidate().costing("40", "16").accepted(0.2, 0.05).discounted("2").build()
                .losing(LOSS);

        // (0.20 - 0.05) * 16 * 24 - (0.20 - 0.05) * 1 * 24 - 0.20 * 2 * 24 - 0.50
        assertThat(arbitrate(ANY, candidate).get(0).expectedValue()).isEqualTo(Money.euros("43.90"));
        assertThat(arbitrate(ANY, candidate).get(0).value())
                .isEqualTo(new NetValue(
                        Money.euros("76.80"), Money.euros("19.20"), Money.euros("3.60"), Money.euros("9.60"), Money.euros("0.50")));
    }

    @Test
    void theCheapestChannelThatIsAllowedIsCounted() {
        assertThat(arbitrate(allowing(ChannelCode.CALL_CENTRE), aCandidate().build()).get(0).expectedValue())
                .isEqualTo(Money.euros("51.60"));
        assertThat(arbitrate(allowing(ChannelCode.CALL_CENTRE, ChannelCode.SELF_CARE), aCandidate().build())
                        .get(0)
                        .expectedValue())
                .isEqualTo(Money.euros("57.60"));
    }

    @Test
    void aChannelWhoseWindowHasYetToOpenIsCountedOnlyWhenNoOtherMaySpeak() {
        Instant tomorrow = Instant.parse("2026-11-22T09:30:00Z");
        Map<ChannelCode, Instant> selfCare = Map.of(ChannelCode.SELF_CARE, tomorrow);

        assertThat(arbitrate(opening(selfCare, ChannelCode.CALL_CENTRE), aCandidate().build()).get(0).value().contactCost())
                .isEqualTo(Money.euros("6"));
        assertThat(arbitrate(opening(selfCare), aCandidate().build()).get(0).value().contactCost()).isEqualTo(Money.ZERO);
    }

    @Test
    void aChannelThatMayNotSpeakOfTheOfferIsNotCounted() {
        LegalBasis television = new LegalBasis(
                ChannelCode.EMAIL, new Reason("SIMILAR_PRODUCTS", Stage.CONTACT_POLICY, "row", "Like what is held."), Set.of(ServiceCategory.TV));
        LegalBasis anything = new LegalBasis(
                ChannelCode.CALL_CENTRE, new Reason("CONSENT", Stage.CONTACT_POLICY, "row", "Has agreed."), Set.of());
        ContactPermissions permissions = new ContactPermissions(
                List.of(ChannelCode.EMAIL, ChannelCode.CALL_CENTRE), Map.of(), List.of(), Map.of(), List.of(television, anything), null);

        assertThat(arbitrate(permissions, aCandidate().build()).get(0).value().contactCost()).isEqualTo(Money.euros("6"));
    }

    @Test
    void whatIsWorthNothingIsRefusedWithTheEurosShown() {
        Candidate boughtAnyway = aCandidate().accepted(0.3, 0.3).build();

        Candidate judged = arbitrate(ANY, boughtAnyway).get(0);

        assertThat(judged.expectedValue()).isEqualTo(Money.euros("-0.50"));
        assertThat(reason(judged).code()).isEqualTo("NEGATIVE_VALUE");
        assertThat(reason(judged).text()).isEqualTo("Over 24 months it gains 115.20 EUR of margin, but 115.20 EUR would come anyway, 0.00 EUR is lost on services held, "
                        + "0.00 EUR is discount and 0.50 EUR the contact: -0.50 EUR.");
        assertThat(reason(judged).fr()).endsWith("0.50 EUR le contact : -0.50 EUR.");
    }

    @Test
    void aValueOfExactlyZeroIsNoReasonToSpeak() {
        assertThat(arbitrate(allowing(ChannelCode.SELF_CARE), aCandidate().accepted(0.3, 0.3).build())).noneMatch(Candidate::isAllowed);
    }

    @Test
    void withoutAnAllowedChannelNothingIsOffered() {
        assertThat(reason(arbitrate(allowing(), aCandidate().build()).get(0)).code()).isEqualTo("NO_CHANNEL_ALLOWED");
    }

    @Test
    void theMostValuableComesFirstAndRefusedOnesLast() {
        Candidate refused = aCandidate("A", ServiceCategory.TV).accepted(0.9, 0).build().rejected(NOTE);
        Candidate good = aCandidate("B", ServiceCategory.TV).accepted(0.3, 0).build();
        Candidate better = aCandidate("C", ServiceCategory.TV).accepted(0.4, 0).build();

        assertThat(arbitrate(ANY, refused, good, better)).extracting(Candidate::offer).containsExactly("C", "B", "A");
    }

    @Test
    void whatWasRefusedKeepsItsReasonAndIsValuedAllTheSame() {
        Candidate refused = arbitrate(ANY, aCandidate().build().rejected(NOTE)).get(0);

        assertThat(reason(refused)).isEqualTo(NOTE);
        assertThat(refused.expectedValue()).isEqualTo(Money.euros("57.10"));
    }

    @Test
    void whatWasNoCandidateHasNoValue() {
        Reason held = new Reason("ALREADY_OWNED", Stage.CANDIDATES, null, "Held.");

        assertThat(arbitrate(ANY, aCandidate().build().rejected(held)).get(0).value()).isNull();
    }

    @Test
    void anOfferThatMakesBuyingLessLikelyIsASleepingDogs() {
        Reason reason = reason(arbitrate(ANY, aCandidate().accepted(0.1, 0.125).build()).get(0));

        assertThat(reason.code()).isEqualTo("SLEEPING_DOG");
        assertThat(reason.text())
                .isEqualTo("Offering it makes a purchase less likely, by 2.5 points. Over 24 months it gains 38.40 EUR of margin, but "
                        + "48.00 EUR would come anyway, 0.00 EUR is lost on services held, 0.00 EUR is discount and 0.50 EUR the contact: "
                        + "-10.10 EUR.");
        assertThat(reason.fr()).startsWith("La proposer rend l'achat moins probable, de 2.5 points. Sur 24 mois");
    }

    @Test
    void aBundleOrWhatIsHardlyLessLikelyIsRefusedForItsEurosOnly() {
        Candidate bundle = aCandidate().as(Kind.BUNDLE).accepted(0.1, 0.125).build();
        Candidate within = aCandidate().accepted(0.1, 0.1099).build();

        assertThat(reason(arbitrate(ANY, bundle).get(0)).code()).isEqualTo("NEGATIVE_VALUE");
        assertThat(reason(arbitrate(ANY, within).get(0)).code()).as("less than a point is noise").isEqualTo("NEGATIVE_VALUE");
    }

    @Test
    void aDiscountCostsNoMoreThanTheCustomersValueAllows() {
        Candidate modest = aCandidate().discounted("2").build();

        Candidate affordable = affording("72", modest);
        Candidate tooDear = affording("24", modest);

        assertThat(affordable.isAllowed()).isTrue();
        assertThat(affordable.maxDiscount()).isEqualTo(Money.euros("3"));
        assertThat(reason(tooDear).code()).isEqualTo("INVESTMENT_LIMIT");
        assertThat(reason(tooDear).rule()).as("the row that set the limit").isEqualTo("strategy_row");
        assertThat(reason(tooDear).text()).contains("2.00 EUR a month").contains("1.00 EUR");
    }

    @Test
    void aLeverMovesAnOfferAheadButNotItsValue() {
        Candidate good = aCandidate("B", ServiceCategory.TV).accepted(0.3, 0).build();
        Candidate better = aCandidate("C", ServiceCategory.HBB).accepted(0.4, 0).build();

        Arbitration arbitration = arbitrate.arbitrate(List.of(good, better), leeway(lever("TV", 1.5)), anInput().build());

        assertThat(arbitration.ranked()).extracting(Candidate::offer).containsExactly("B", "C");
        assertThat(arbitration.ranked().get(0).expectedValue()).isEqualTo(Money.euros("114.70"));
        assertThat(arbitration.standings()).extracting(Standing::score).containsExactly(Money.euros("172.05"), Money.euros("153.10"));
    }

    @Test
    void noLeverMakesAnOfferOfWhatIsWorthNothing() {
        assertThat(arbitrate.arbitrate(List.of(aCandidate().accepted(0.3, 0.3).build()), leeway(lever("*", 5)), anInput().build())
                        .winner())
                .isEmpty();
    }

    @Test
    void aFactorOfZeroRefusesWithTheReasonOfItsRow() {
        Arbitration arbitration = arbitrate.arbitrate(List.of(aCandidate().build()), leeway(lever("HBB", 0)), anInput().build());

        assertThat(arbitration.winner()).isEmpty();
        assertThat(reason(arbitration.ranked().get(0)).rule()).isEqualTo("levers_HBB");
    }

    @Test
    void allFactorsTogetherRaiseByAtMostFive() {
        Arbitration arbitration = arbitrate.arbitrate(
                List.of(aCandidate().build()), leeway(lever("HBB", 4), lever("*", 3)), anInput().build());

        assertThat(arbitration.standings().get(0).score()).isEqualTo(Money.euros("57.10").times(5));
    }

    @Test
    void anOfferPutOffIsLoweredAndComesBack() {
        Candidate putOff = aCandidate("A", ServiceCategory.TV).accepted(0.5, 0).build();
        Candidate other = aCandidate("B", ServiceCategory.HBB).accepted(0.3, 0).build();

        assertThat(winnerWhenPutOff(Duration.ofDays(1), putOff, other)).isEqualTo("B");
        assertThat(winnerWhenPutOff(Duration.ofDays(31), putOff, other)).isEqualTo("B");
        assertThat(winnerWhenPutOff(Duration.ofDays(40), putOff, other)).isEqualTo("A");
        assertThat(winnerWhenPutOff(Duration.ofDays(61), putOff, other)).isEqualTo("A");
    }

    @Test
    void aBundleWithAllThatWasPutOffIsLoweredToo() {
        Candidate putOff = aCandidate("A", ServiceCategory.TV).accepted(0.5, 0).build();
        Candidate bundle = aCandidate("Z", ServiceCategory.TV).as(Kind.BUNDLE)
                .adding(List.of("A", "F"), Set.of(ServiceCategory.TV, ServiceCategory.HBB))
                .accepted(0.6, 0)
                .build();
        Candidate other = aCandidate("B", ServiceCategory.HBB).accepted(0.3, 0).build();

        assertThat(winnerWhenPutOff(Duration.ofDays(1), putOff, bundle, other)).isEqualTo("B");
    }

    @Property(tries = 100)
    void tiesBreakByCodeWhateverTheOrderTheyCameIn(@ForAll long seed) {
        List<Candidate> shuffled = new ArrayList<>(List.of(
                aCandidate("A", ServiceCategory.TV).build(),
                aCandidate("B", ServiceCategory.TV).build(),
                aCandidate("C", ServiceCategory.TV).build(),
                aCandidate("D", ServiceCategory.TV).build().rejected(NOTE)));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(arbitrate(ANY, shuffled.toArray(Candidate[]::new))).extracting(Candidate::offer).containsExactly("A", "B", "C", "D");
    }

    @Property(tries = 300)
    void theWinnerHasTheHighestScoreAndTheRankingIsATotalOrder(@ForAll long seed) {
        RandomCandidates any = new RandomCandidates(seed);
        InputBuilder input = any.input();

        Arbitration arbitration = arbitrate.arbitrate(any.candidates(), any.leeway(), input.build());

        List<Standing> allowed = arbitration.standings().stream().filter(standing -> standing.candidate().isAllowed()).toList();
        assertThat(arbitration.winner().map(Candidate::offer)).isEqualTo(allowed.stream()
                .min(Comparator.comparing(Standing::score, Comparator.reverseOrder())
                        .thenComparing(Standing::value, Comparator.reverseOrder())
                        .thenComparing(standing -> standing.candidate().offer()))
                .map(standing -> standing.candidate().offer()));
        assertThat(allowed).isSortedAccordingTo(Comparator.comparing(Standing::score).reversed());
        assertThat(arbitration.ranked()).hasSameSizeAs(any.candidates());
        assertThat(arbitration.ranked()).extracting(Candidate::isAllowed).isSortedAccordingTo(Comparator.reverseOrder());
        for (int left = 0; left < arbitration.standings().size(); left++) {
            for (int right = 0; right < arbitration.standings().size(); right++) {
                assertThat(Integer.signum(Standing.BEST_FIRST.compare(
                                arbitration.standings().get(left), arbitration.standings().get(right))))
                        .isEqualTo(Integer.signum(left - right));
            }
        }
        assertThat(arbitrate.arbitrate(any.shuffledCandidates(), any.leeway(), input.build())).isEqualTo(arbitration);
    }

    @Test
    void whatACapHoldsBackWaitsWhereItIsWorthMoreThanAllThatMayBeOfferedNow() {
        Instant tomorrow = Instant.parse("2026-11-22T09:30:00Z");
        Candidate best = aCandidate("A", ServiceCategory.HBB).accepted(0.5, 0.05).build().rejected(NOTE);
        Candidate lesser = aCandidate("B", ServiceCategory.TV).build();
        Arbitration arbitration = arbitrate.arbitrate(List.of(best, lesser), leeway(), anInput().build());

        Arbitration waits = arbitration.waitingFor(Map.of("A", tomorrow), tomorrow);
        assertThat(waits.winner()).isEmpty();
        assertThat(waits.heldBack().candidate().offer()).isEqualTo("A");
        assertThat(waits.heldBack().opensAt()).isEqualTo(tomorrow);

        assertThat(arbitration.waitingFor(Map.of("A", tomorrow), tomorrow.minusSeconds(1)).winner()).as("too long").isPresent();
        assertThat(arbitration.waitingFor(Map.of(), tomorrow).winner()).as("refused for good").isPresent();
        assertThat(arbitration.waitingFor(Map.of("B", tomorrow), tomorrow).winner()).as("may be offered anyway").isPresent();
    }

    @Test
    void nothingWaitsForALesserOfferOrOneWorthNothing() {
        Instant tomorrow = Instant.parse("2026-11-22T09:30:00Z");
        Candidate lesser = aCandidate("A", ServiceCategory.HBB).accepted(0.12, 0.05).build().rejected(NOTE);
        Candidate worthNothing = aCandidate("C", ServiceCategory.SECURITY).accepted(0.02, 0.05).build().rejected(NOTE);
        Map<String, Instant> opening = Map.of("A", tomorrow, "C", tomorrow);

        assertThat(arbitrate.arbitrate(List.of(lesser, aCandidate().build()), leeway(), anInput().build())
                        .waitingFor(opening, tomorrow)
                        .winner())
                .isPresent();
        assertThat(arbitrate.arbitrate(List.of(worthNothing), leeway(), anInput().build())
                        .waitingFor(opening, tomorrow)
                        .heldBack())
                .isNull();
    }

    private String winnerWhenPutOff(Duration ago, Candidate... candidates) {
        return arbitrate.arbitrate(List.of(candidates), leeway(), anInput().puttingOff("A", ago).build()).winner().orElseThrow().offer();
    }

    private List<Candidate> arbitrate(ContactPermissions permissions, Candidate... candidates) {
        return arbitrate.arbitrate(
                        List.of(candidates),
                        new Leeway(strategy(null), null, permissions, Exclusions.NONE, Levers.NONE, NO_ARMS),
                        anInput().build())
                .ranked();
    }

    private Candidate affording(String lifetimeValue, Candidate candidate) {
        return arbitrate.arbitrate(
                        List.of(candidate),
                        new Leeway(strategy(1.0), Money.euros(lifetimeValue), ANY, Exclusions.NONE, Levers.NONE, NO_ARMS),
                        anInput().build())
                .ranked()
                .get(0);
    }

    private static Leeway leeway(Lever... levers) {
        return new Leeway(strategy(null), null, ANY, Exclusions.NONE, new Levers(List.of(levers)), NO_ARMS);
    }

    private static Lever lever(String scope, double factor) {
        return new Lever(
                List.of(Scope.of(scope)), Levers.Kind.LEVER, factor, new Reason("L", Stage.ARBITRATION, "levers_" + scope, "A lever."));
    }

    private static Strategy strategy(Double investmentShare) {
        return new Strategy(
                Play.CROSS_SELL, Set.of(), 0, investmentShare, 0, new Reason("S", Stage.STRATEGY, "strategy_row", "A strategy."));
    }

    private static Reason reason(Candidate candidate) {
        assertThat(candidate.verdict()).isInstanceOf(Rejected.class);
        return ((Rejected) candidate.verdict()).reason();
    }
}
