package io.crosswise.policy;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.OfferBuilder.aCatalogue;
import static io.crosswise.testing.OfferBuilder.anOffer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.Share;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import io.crosswise.testing.CustomerBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FindBundlesTest {
    private static final Exclusions NO_EXCLUSION = Exclusions.NONE;
    private static final BundleLimits NO_LIMIT = new BundleLimits(NO_EXCLUSION, allowing(ChannelCode.EMAIL));
    private static final Reason NOTE = new Reason("N", Stage.CANNIBALISATION, "A rule", "Note.");
    private static final Candidate FIBRE =
            aCandidate("FIBRE", ServiceCategory.HBB).costing("40", "16").accepted(0.3, 0.1).lasting(24).needingFibre().build();
    private static final Candidate TV =
            aCandidate("TV", ServiceCategory.TV).costing("10", "4").accepted(0.2, 0.05).lasting(12).build();
    private static final Bundle DUO = Bundle.fixed("DUO", "Duo", Market.B2C, List.of("FIBRE", "TV"), Money.euros("5"));
    private static final Bundle TRIO =
            Bundle.fixed("TRIO", "Trio", Market.B2C, List.of("MOBILE_S", "FIBRE", "TV"), Money.euros("8"));
    private static final Bundle FOR_COMPANIES =
            Bundle.fixed("WORK", "Work", Market.EBU, List.of("FIBRE", "TV"), Money.euros("5"));

    private final List<Composition> judged = new ArrayList<>();
    private final FindBundles findBundles = new FindBundles(this::allowAll, new ApplyExclusions());

    @Test
    void findsEveryBundleOfTheMarketWhosePartsAreAllowedOrHeld() {
        assertThat(find(NO_EXCLUSION, DUO, TRIO, FOR_COMPANIES)).extracting(Candidate::offer).containsExactly("DUO", "TRIO");
    }

    @Test
    void aBundleWithAPartThatWasRefusedIsNoBundle() {
        Candidate refused = TV.rejected(new Reason("X", Stage.ELIGIBILITY, null, "No."));

        assertThat(findBundles.find(List.of(FIBRE, refused), aCustomer().build(), catalogue(DUO), NO_LIMIT, 24, TODAY)).isEmpty();
    }

    @Test
    void aBundleThatIsHeldAlreadyIsNoBundle() {
        CustomerBuilder owner = aCustomer()
                .owning(holding("FIBRE", ServiceCategory.HBB, 1), holding("TV_XL", ServiceCategory.TV, 3));

        assertThat(findBundles.find(List.of(), owner.build(), catalogue(DUO), NO_LIMIT, 24, TODAY)).isEmpty();
    }

    @Test
    void priceAndMarginAreThoseOfTheServicesTheCustomerWouldGet() {
        Candidate trio = find(NO_EXCLUSION, TRIO).get(0);

        assertThat(trio.kind()).isEqualTo(Kind.BUNDLE);
        assertThat(trio.services()).containsExactly("FIBRE", "TV");
        assertThat(trio.monthlyPrice()).isEqualTo(Money.euros("50"));
        assertThat(trio.netMonthlyPrice()).isEqualTo(Money.euros("42"));
        assertThat(trio.monthlyMargin()).isEqualTo(Money.euros("20"));
        assertThat(trio.contractMonths()).isEqualTo(24);
        assertThat(trio.needsFibre()).isTrue();
        assertThat(judged.get(0).kept()).extracting(held -> held.service()).containsExactly("MOBILE_S");
    }

    @Test
    void isAcceptedLikeItsLeastWantedPartAndBoughtAnywayLikeItsPartsWeightedByMargin() {
        Candidate duo = find(NO_EXCLUSION, DUO).get(0);

        assertThat(duo.ifOffered().value()).isEqualTo(0.2);
        assertThat(duo.ifNotOffered().value()).isEqualTo((0.1 * 16 + 0.05 * 4) / 20, within(1e-12));
    }

    @Test
    void losesWhatItsPartsLoseAndKeepsTheirNotes() {
        Loss loss = Loss.of("MOBILE_S", Money.euros("8"), Share.byHand(0.2), NOTE);
        Candidate taking = FIBRE.losing(loss).noted(NOTE);

        Candidate duo = findBundles.find(List.of(taking, TV), aCustomer().build(), catalogue(DUO), NO_LIMIT, 24, TODAY).get(0);

        assertThat(duo.cannibalisedMargin()).isEqualTo(Money.euros("1.60"));
        assertThat(duo.losses()).containsExactly(loss);
        assertThat(duo.notes()).containsExactly(NOTE);
    }

    @Test
    void theLimitOnTheBillAndExclusionsByCodeHoldForBundles() {
        Reason reason = new Reason("R", Stage.ELIGIBILITY, "eligibility_x", "Reason.");

        assertThat(find(new Exclusions(List.of(), Money.euros("44.99"), reason), DUO)).noneMatch(Candidate::isAllowed);
        assertThat(find(new Exclusions(List.of(), Money.euros("45"), reason), DUO)).allMatch(Candidate::isAllowed);
        assertThat(find(new Exclusions(List.of(new Exclusion(Scope.of("DUO"), reason)), null, null), DUO))
                .noneMatch(Candidate::isAllowed);
    }

    @Test
    void aBundleIsNoneWhereNoChannelMaySpeakOfAllItsServicesThoughOneMayOfEach() {
        LegalBasis broadband = basis(ChannelCode.EMAIL, ServiceCategory.HBB);

        assertThat(findSpeaking(broadband, basis(ChannelCode.CALL_CENTRE, ServiceCategory.TV)).verdict())
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.reason().code()).isEqualTo("NO_LEGAL_BASIS"));
        assertThat(findSpeaking(broadband, basis(ChannelCode.EMAIL, ServiceCategory.TV)).isAllowed())
                .as("two bases of one channel cover it together")
                .isTrue();
    }

    @Property(tries = 200)
    void theChancesOfABundleAreProbabilitiesAndItsDiscountIsWithinWhatMayBeGranted(
            @ForAll @DoubleRange(min = 0, max = 1) double p1,
            @ForAll @DoubleRange(min = 0, max = 1) double p0,
            @ForAll @IntRange(min = -2000, max = 2000) int margin) {
        Candidate part = aCandidate("FIBRE", ServiceCategory.HBB)
                .costing("40", String.valueOf(margin / 100.0))
                .accepted(p1, p0)
                .build();

        Candidate duo = findBundles.find(List.of(part, TV), aCustomer().build(), catalogue(DUO), NO_LIMIT, 24, TODAY).get(0);

        assertThat(duo.ifOffered().value()).isLessThanOrEqualTo(Math.min(p1, 0.2));
        assertThat(duo.ifNotOffered().value()).isBetween(0.0, 1.0);
        assertThat(duo.maxDiscount()).isGreaterThanOrEqualTo(duo.discount());
    }

    private Candidate findSpeaking(LegalBasis... bases) {
        ContactPermissions permissions = new ContactPermissions(
                List.of(ChannelCode.EMAIL, ChannelCode.CALL_CENTRE), Map.of(), List.of(), Map.of(), List.of(bases), null);
        return findBundles.find(
                        List.of(FIBRE, TV), aCustomer().build(), catalogue(DUO), new BundleLimits(NO_EXCLUSION, permissions), 24, TODAY)
                .get(0);
    }

    private static LegalBasis basis(ChannelCode channel, ServiceCategory category) {
        return new LegalBasis(channel, new Reason("B", Stage.CONTACT_POLICY, "row_" + category, "Because."), Set.of(category));
    }

    private List<Candidate> find(Exclusions exclusions, Bundle... bundles) {
        return findBundles.find(List.of(FIBRE, TV), aCustomer().build(), catalogue(bundles), new BundleLimits(exclusions, allowing(ChannelCode.EMAIL)), 24, TODAY);
    }

    private static Catalogue catalogue(Bundle... bundles) {
        return aCatalogue(
                List.of(
                        anOffer("FIBRE", ServiceCategory.HBB, 1).build(),
                        anOffer("TV", ServiceCategory.TV, 1).build(),
                        anOffer("MOBILE_S", ServiceCategory.MOBILE, 1).build()),
                bundles);
    }

    private List<Candidate> allowAll(
            List<Composition> bundles, CustomerProfile profile, LocalDate asOf) {
        judged.addAll(bundles);
        return bundles.stream().map(Composition::bundle).toList();
    }
}
