package io.crosswise.policy.drools;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import io.crosswise.shared.Verdict.Rejected;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.trigger.TriggerFacts;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CannibalisationRulesTest {
    private static final DroolsCannibalisation RULES = new DroolsCannibalisation(TestRulebook.RULEBOOK);
    private static final Holding MOBILE = holding("MOBILE_M", ServiceCategory.MOBILE, 2);

    @Test
    void anAdditionalLineTakesSomeUsageOffTheMobilePlanOfTheHousehold() {
        Candidate judged = judge(aCustomer().owning(MOBILE), aCandidate("LINE", ServiceCategory.ADDITIONAL_LINE).build());

        assertThat(judged).satisfies(loses("1.20", "LINE_TAKES_MOBILE_USAGE",
                "An additional line takes some usage off the mobile plan of the household"));
        assertThat(judged.notes().get(0).text()).endsWith("Costs 1.20 EUR a month on MOBILE_M.");
    }

    @Test
    void machineLinesReplaceTheMobileLinesThatACompanyKeepsInItsMachines() {
        Candidate judged = judge(
                aCompany().owning(holding("LINES", ServiceCategory.ADDITIONAL_LINE, 1)),
                aCandidate("IOT", ServiceCategory.IOT_M2M).build());

        assertThat(judged).satisfies(loses("1.60", "MACHINE_LINES_REPLACE_LINES",
                "Machine lines replace the mobile lines that a company keeps in its machines"));
    }

    @Test
    void broadbandAtHomeTakesDataOffALargeMobilePlanThatIsNearlyUsedUp() {
        Candidate broadband = aCandidate("FIBRE", ServiceCategory.HBB).build();

        assertThat(judge(aCustomer().owning(MOBILE).saturating(0.8), broadband)).satisfies(loses("1.60",
                "BROADBAND_TAKES_MOBILE_DATA", "Broadband at home takes data off a large mobile plan that is nearly used up"));
        assertThat(judge(aCustomer().owning(MOBILE).saturating(0.79), broadband)).isEqualTo(broadband);
        assertThat(judge(aCustomer().owning(MOBILE).saturating(null), broadband)).isEqualTo(broadband);
        assertThat(judge(aCustomer().owning(MOBILE).with((Usage) null), broadband)).isEqualTo(broadband);
        assertThat(judge(aCustomer().saturating(0.9), broadband)).isEqualTo(broadband);
    }

    @Test
    void aMainMobilePlanReplacesOneOfTheAdditionalLinesHeld() {
        Candidate judged = judge(
                aCustomer().owning(holding("LINE", ServiceCategory.ADDITIONAL_LINE, 1)),
                aCandidate("MOBILE_M", ServiceCategory.MOBILE).build());

        assertThat(judged).satisfies(loses("4.00", "PLAN_REPLACES_LINE",
                "A main mobile plan replaces one of the additional lines held"));
    }

    @Test
    void aLightUserOfBroadbandWhoGetsMobileDataMayGiveBroadbandUp() {
        CustomerBuilder light = aCustomer().owning(holding("FIBRE", ServiceCategory.HBB, 1));
        Candidate mobile = aCandidate("MOBILE_M", ServiceCategory.MOBILE).build();

        assertThat(judge(light, mobile)).satisfies(loses("2.00", "MOBILE_REPLACES_BROADBAND",
                "A light user of broadband who gets mobile data may give broadband up"));
        assertThat(judge(light.with(new Usage(30.0, null, null, null, null, null)), mobile)).isEqualTo(mobile);
        assertThat(judge(light.with(new Usage(null, null, null, null, null, null)), mobile)).isEqualTo(mobile);
    }

    @Test
    void aSecurityServiceMakesTheProtectionSoldWithTheCloudSuperfluous() {
        Candidate judged = judge(
                aCompany().owning(holding("CLOUD", ServiceCategory.CLOUD, 1)),
                aCandidate("SAFE", ServiceCategory.SECURITY).build());

        assertThat(judged).satisfies(loses("0.80", "SECURITY_TAKES_CLOUD_OPTION",
                "A security service makes the protection sold with the cloud superfluous"));
    }

    @Test
    void anUpgradeThatEarnsNoMoreThanTheServiceItReplacesIsADowngradeTrap() {
        assertThat(judge(aCustomer(), upgradeEarning("0.00"))).satisfies(isRefused("DOWNGRADE_TRAP",
                "An upgrade that earns no more than the service it replaces is a downgrade trap"));
        assertThat(judge(aCustomer(), upgradeEarning("0.01"))).matches(Candidate::isAllowed);
    }

    @Test
    void aServiceWhosePromotionStillRunsIsNotUpgradedBeforeThePromotionEnds() {
        assertThat(judge(aCustomer().owning(MOBILE).with(promotionEndingIn(30)), upgradeEarning("6"))).satisfies(isRefused(
                "PROMOTION_RUNNING", "A service whose promotion still runs is not upgraded before the promotion ends"));
        assertThat(judge(aCustomer().owning(MOBILE).with(promotionEndingIn(29)), upgradeEarning("6")))
                .matches(Candidate::isAllowed);
    }

    @Test
    void aServiceInsideItsLockInIsNotContractedAgainForLessThanTwoEurosOfMargin() {
        Holding locked = new Holding(
                "MOBILE_M", ServiceCategory.MOBILE, 2, Money.euros("20"), Money.euros("8"), TODAY, TODAY.plusDays(1));

        assertThat(judge(aCustomer().owning(locked), upgradeEarning("1.99"))).satisfies(isRefused("RECONTRACTED_TOO_EARLY",
                "A service inside its lock-in is not contracted again for less than two euros of margin"));
        assertThat(judge(aCustomer().owning(locked), upgradeEarning("2"))).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().owning(MOBILE), upgradeEarning("1.99"))).matches(Candidate::isAllowed);
    }

    @Test
    void aMarginThatIsNotKnownCannotBeLost() {
        Holding unknown = new Holding("MOBILE_M", ServiceCategory.MOBILE, null, null, null, null, null);
        Candidate line = aCandidate("LINE", ServiceCategory.ADDITIONAL_LINE).build();

        assertThat(judge(aCustomer().owning(unknown).saturating(0.9), line)).isEqualTo(line);
    }

    @Test
    void whatWasRefusedBeforeKeepsItsReason() {
        Reason before = new Reason("NO_FIBRE", Stage.ELIGIBILITY, "eligibility_noFibre", "No fibre.");
        Candidate refused = upgradeEarning("0").rejected(before);

        assertThat(judge(aCustomer(), refused)).isEqualTo(refused);
    }

    @Test
    void aNewServiceThatTouchesNothingHeldIsLeftAsItIs() {
        Candidate tv = aCandidate("TV", ServiceCategory.TV).build();

        assertThat(judge(aCustomer(), tv)).isEqualTo(tv);
    }

    private static Candidate judge(CustomerBuilder customer, Candidate candidate) {
        CustomerProfile profile = customer.build();
        return RULES.judge(List.of(candidate), profile, TriggerFacts.of("promotion-end"), TODAY).get(0);
    }

    private static Candidate upgradeEarning(String margin) {
        return aCandidate("MOBILE_L", ServiceCategory.MOBILE).as(Kind.UPSELL).costing("5", margin).build();
    }

    private static Promotion promotionEndingIn(int days) {
        return new Promotion("P", "MOBILE_M", Money.euros("10"), Money.euros("20"), TODAY.plusDays(days));
    }

    private static Consumer<Candidate> loses(String euros, String code, String rule) {
        return candidate -> {
            assertThat(candidate.isAllowed()).isTrue();
            assertThat(candidate.cannibalisedMargin()).isEqualTo(Money.euros(euros));
            assertThat(candidate.notes()).hasSize(1);
            assertThat(candidate.notes().get(0)).extracting(Reason::code, Reason::stage, Reason::rule)
                    .containsExactly(code, Stage.CANNIBALISATION, rule);
        };
    }

    private static Consumer<Candidate> isRefused(String code, String rule) {
        return candidate -> {
            Verdict verdict = candidate.verdict();
            assertThat(verdict).isInstanceOf(Rejected.class);
            assertThat(((Rejected) verdict).reason()).extracting(Reason::code, Reason::stage, Reason::rule)
                    .containsExactly(code, Stage.CANNIBALISATION, rule);
        };
    }
}
