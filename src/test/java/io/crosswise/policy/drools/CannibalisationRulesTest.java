package io.crosswise.policy.drools;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.OfferBuilder.aCatalogue;
import static io.crosswise.testing.OfferBuilder.anOffer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Share;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import io.crosswise.testing.CandidateBuilder;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.trigger.TriggerFacts;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One test per rule of {@code rules/cannibalisation.drl}: what it says, and what it leaves alone. */
class CannibalisationRulesTest {
    private static final DroolsCannibalisation RULES = new DroolsCannibalisation(TestRulebook.RULEBOOK);
    private static final Holding PLAN = holding("PLAN", ServiceCategory.MOBILE, 2);
    private static final Holding UNLIMITED = holding("UNLIMITED", ServiceCategory.MOBILE, 3);
    private static final Holding BOX = holding("BOX", ServiceCategory.HBB, 1);
    private static final Holding LINE = holding("LINE", ServiceCategory.ADDITIONAL_LINE, 1);
    private static final Holding FAMILY_LINE = holding("FAMILY_LINE", ServiceCategory.ADDITIONAL_LINE, 2);
    private static final Holding CINEMA = holding("CINEMA", ServiceCategory.TV, 2);
    private static final Holding SECURITY = holding("SECURITY", ServiceCategory.SECURITY, 1);
    private static final Holding FLEET = holding("FLEET", ServiceCategory.MOBILE, 2);

    @Test
    void broadbandAtHomeTakesDataOffALargeMobilePlanThatIsNearlyUsedUp() {
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.8), aNew(ServiceCategory.HBB, 1))).satisfies(loses("1.60", "BROADBAND_TAKES_MOBILE_DATA",
                "Broadband at home takes data off a large mobile plan that is nearly used up"));
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.79), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(PLAN).saturating(null), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(PLAN).with((Usage) null), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().saturating(0.9), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().owning(FLEET).saturating(0.9), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void anUnlimitedPlanThatServedAsTheHomeConnectionShrinksWhenBroadbandArrives() {
        assertThat(judge(aCustomer().owning(UNLIMITED).with(using(80.0, 0.1, null)), aNew(ServiceCategory.HBB, 1))).satisfies(loses("2.80", "BROADBAND_ENDS_UNLIMITED",
                "An unlimited plan that served as the home connection shrinks when broadband arrives"));
        assertThat(judge(aCustomer().owning(UNLIMITED).with(using(79.0, 0.1, null)), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(PLAN).with(using(80.0, 0.1, null)), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().owning(UNLIMITED).with(using(80.0, 0.1, null)), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aLightUserOfBroadbandWhoGetsMobileDataMayGiveBroadbandUp() {
        assertThat(judge(aCustomer().owning(BOX).with(using(29.0, null, null)), aNew(ServiceCategory.MOBILE, 1))).satisfies(loses("2.00", "MOBILE_REPLACES_BROADBAND",
                "A light user of broadband who gets mobile data may give broadband up"));
        assertThat(judge(aCustomer().owning(BOX).with(using(30.0, null, null)), aNew(ServiceCategory.MOBILE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(BOX).with(using(null, null, null)), aNew(ServiceCategory.MOBILE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().owning(BOX).with(using(29.0, null, null)), aNew(ServiceCategory.MOBILE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void anUnlimitedMobilePlanLetsALightUserGiveUpASmallBoxAtHome() {
        assertThat(judge(aCustomer().owning(BOX).with(using(59.0, null, null)), anUpgrade(ServiceCategory.MOBILE, 3))).satisfies(loses("2.40", "UNLIMITED_REPLACES_BOX",
                "An unlimited mobile plan lets a light user give up a small box at home"));
        assertThat(judge(aCustomer().owning(BOX).with(using(60.0, null, null)), anUpgrade(ServiceCategory.MOBILE, 3))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(BOX).with(using(59.0, null, null)), anUpgrade(ServiceCategory.MOBILE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(holding("FIBRE", ServiceCategory.HBB, 2)), anUpgrade(ServiceCategory.MOBILE, 3))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aLightUserWithoutAKnownHouseholdUsesAnAdditionalLineInPlaceOfTheMainPlan() {
        CustomerBuilder unknown = aCustomer().with((Person) null);

        assertThat(judge(unknown.saturating(0.29), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).satisfies(loses("4.00", "SECOND_SIM_WAS_ENOUGH",
                "A light user without a known household uses an additional line in place of the main plan"));
        assertThat(judge(unknown.saturating(0.3), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(unknown.saturating(null), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().livingWith(2).saturating(0.29), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().saturating(0.29), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aSinglePlanForSomebodyOnALargeFamilyLineEndsTheFamilyLine() {
        assertThat(judge(aCustomer().owning(FAMILY_LINE), aNew(ServiceCategory.MOBILE, 1))).satisfies(loses("5.60", "SINGLE_PLAN_ENDS_FAMILY_LINE",
                "A single plan for somebody on a large family line ends the family line"));
        assertThat(judge(aCustomer().owning(LINE), aNew(ServiceCategory.MOBILE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aLargeFamilyLineSharesItsDataWithAMainPlanThatIsHalfUsed() {
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.49), aNew(ServiceCategory.ADDITIONAL_LINE, 2))).satisfies(loses("2.40", "SHARED_DATA_POOL",
                "A large family line shares its data with a main plan that is half used"));
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.5), aNew(ServiceCategory.ADDITIONAL_LINE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.49), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().owning(PLAN).saturating(0.49), aNew(ServiceCategory.ADDITIONAL_LINE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aLargerFamilyLineReplacesAMainPlanThatIsHardlyUsed() {
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.29), anUpgrade(ServiceCategory.ADDITIONAL_LINE, 2))).satisfies(loses("2.00", "FAMILY_LINE_REPLACES_PLAN",
                "A larger family line replaces a main plan that is hardly used"));
        assertThat(judge(aCustomer().owning(PLAN).saturating(0.3), anUpgrade(ServiceCategory.ADDITIONAL_LINE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().owning(PLAN).saturating(0.29), anUpgrade(ServiceCategory.ADDITIONAL_LINE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aLargerMainPlanTakesOverTheDataOfAnAdditionalLineInASmallHousehold() {
        assertThat(judge(aCustomer().owning(LINE).livingWith(2), anUpgrade(ServiceCategory.MOBILE, 2))).satisfies(loses("2.40", "LARGER_PLAN_REPLACES_LINE",
                "A larger main plan takes over the data of an additional line in a small household"));
        assertThat(judge(aCustomer().owning(LINE).livingWith(3), anUpgrade(ServiceCategory.MOBILE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void fastBroadbandLetsACustomerWhoWatchesLittleReplaceSetTopTVByApps() {
        assertThat(judge(aCustomer().owning(CINEMA).with(using(null, null, 19.0)), anUpgrade(ServiceCategory.HBB, 2))).satisfies(loses("2.40", "APPS_REPLACE_SET_TOP_TV",
                "Fast broadband lets a customer who watches little replace set-top TV by apps"));
        assertThat(judge(aCustomer().owning(CINEMA).with(using(null, null, 20.0)), anUpgrade(ServiceCategory.HBB, 2))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(CINEMA).with(using(null, null, 19.0)), aNew(ServiceCategory.HBB, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aCloudSuiteWithProtectionInsideReplacesASmallSecurityService() {
        assertThat(judge(aCustomer().owning(SECURITY), aNew(ServiceCategory.CLOUD, 2))).satisfies(loses("3.20", "CLOUD_SUITE_PROTECTS",
                "A cloud suite with protection inside replaces a small security service"));
        assertThat(judge(aCustomer().owning(SECURITY), aNew(ServiceCategory.CLOUD, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany().owning(SECURITY), aNew(ServiceCategory.CLOUD, 2))).as("the firewall of a company").matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void machineLinesReplaceTheSpareCardsOfAFleetThatIsLargerThanTheCompany() {
        assertThat(judge(aCompany().owning(FLEET).employing(49, 0.0), aNew(ServiceCategory.IOT_M2M, 1))).satisfies(loses("2.40", "MACHINE_LINES_REPLACE_FLEET",
                "Machine lines replace the spare cards of a fleet that is larger than the company"));
        assertThat(judge(aCompany().owning(FLEET).employing(50, 0.0), aNew(ServiceCategory.IOT_M2M, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCompany(), aNew(ServiceCategory.IOT_M2M, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aWorkspaceWithTelephonyReplacesTheLinesOfACompany() {
        assertThat(judge(aCompany().owning(LINE), aNew(ServiceCategory.CLOUD, 2))).satisfies(loses("2.40", "WORKSPACE_REPLACES_LINES",
                "A workspace with telephony replaces the lines of a company"));
        assertThat(judge(aCompany().owning(LINE), aNew(ServiceCategory.CLOUD, 1))).matches(CannibalisationRulesTest::isLeftAlone);
        assertThat(judge(aCustomer().owning(LINE), aNew(ServiceCategory.CLOUD, 2))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aLargerFleetTakesOverTheLinesThatACompanyBoughtOneByOne() {
        assertThat(judge(aCompany().owning(LINE), anUpgrade(ServiceCategory.MOBILE, 2))).satisfies(loses("6.40", "FLEET_REPLACES_LINES",
                "A larger fleet takes over the lines that a company bought one by one"));
        assertThat(judge(aCustomer().owning(LINE), anUpgrade(ServiceCategory.MOBILE, 2))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void officeFibreTakesDataOffTheFleetOfACompanyOnOneSite() {
        assertThat(judge(onOneSite().owning(FLEET), aNew(ServiceCategory.HBB, 2))).satisfies(loses("0.80", "FIBRE_TAKES_FLEET_DATA",
                "Office fibre takes data off the fleet of a company on one site"));
        assertThat(judge(aCompany().owning(FLEET), aNew(ServiceCategory.HBB, 2))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void connectedThingsTakeOverTheAccessOfASmallCompanyThatOnlyServedMachines() {
        assertThat(judge(aCompany().owning(BOX).employing(19, 0.0), aNew(ServiceCategory.IOT_M2M, 1))).satisfies(loses("1.60", "THINGS_REPLACE_ACCESS",
                "Connected things take over the access of a small company that only served machines"));
        assertThat(judge(aCompany().owning(BOX).employing(20, 0.0), aNew(ServiceCategory.IOT_M2M, 1))).matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void anUpgradeThatEarnsNoMoreThanTheServiceItReplacesIsADowngradeTrap() {
        assertThat(judge(aCustomer(), anUpgradeEarning("0.00", 0))).satisfies(isRefused("DOWNGRADE_TRAP",
                "An upgrade that earns no more than the service it replaces is a downgrade trap"));
        assertThat(refusal(judge(aCustomer(), anUpgradeEarning("0.00", 0))).text()).isEqualTo("The service held earns as much or more: the upgrade would change the margin by 0.00 EUR a month.");
        assertThat(judge(aCustomer(), anUpgradeEarning("0.01", 0))).matches(Candidate::isAllowed);
    }

    @Test
    void aServiceWhosePromotionStillRunsIsNotUpgradedBeforeThePromotionEnds() {
        assertThat(judge(aCustomer().owning(PLAN).with(promotionEndingIn(30)), anUpgradeEarning("6", 0))).satisfies(isRefused("PROMOTION_RUNNING",
                "A service whose promotion still runs is not upgraded before the promotion ends"));
        assertThat(judge(aCustomer().owning(PLAN).with(promotionEndingIn(29)), anUpgradeEarning("6", 0))).matches(Candidate::isAllowed);
    }

    @Test
    void aServiceInsideItsLockInIsNotContractedAgainForLessThanTwoEurosOfMargin() {
        assertThat(judge(aCustomer().owning(lockedFor(100)), anUpgradeEarning("1.99", 24))).satisfies(isRefused("RECONTRACTED_TOO_EARLY",
                "A service inside its lock-in is not contracted again for less than two euros of margin"));
        assertThat(judge(aCustomer().owning(lockedFor(100)), anUpgradeEarning("2", 24))).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().owning(PLAN), anUpgradeEarning("1.99", 24))).matches(Candidate::isAllowed);
    }

    @Test
    void aContractInItsLastMonthIsNotUpgradedBeforeTheRenewalIsDue() {
        assertThat(judge(aCustomer().owning(lockedFor(31)), anUpgradeEarning("6", 24))).satisfies(isRefused("RENEWAL_IS_DUE",
                "A contract in its last month is not upgraded before the renewal is due"));
        assertThat(refusal(judge(aCustomer().owning(lockedFor(31)), anUpgradeEarning("6", 24))).text()).isEqualTo("The lock-in of PLAN ends in 31 days; the upgrade is sold with the renewal.");
        assertThat(judge(aCustomer().owning(lockedFor(32)), anUpgradeEarning("6", 24))).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().owning(lockedFor(31)), anUpgradeEarning("8", 0))).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().owning(PLAN), anUpgradeEarning("6", 24))).matches(Candidate::isAllowed);
    }

    @Test
    void aLongLockInIsNotGivenUpForAnUpgradeThatBindsForLessAndEarnsLess() {
        assertThat(judge(aCustomer().owning(lockedFor(370)), anUpgradeEarning("3", 6))).satisfies(isRefused("LOCK_IN_GIVEN_UP",
                "A long lock-in is not given up for an upgrade that binds for less and earns less"));
        assertThat(refusal(judge(aCustomer().owning(lockedFor(370)), anUpgradeEarning("3", 6))).text()).isEqualTo("The customer would be free earlier: 48.00 EUR of committed margin for 36.00 EUR of added margin.");
        assertThat(judge(aCustomer().owning(lockedFor(370)), anUpgradeEarning("4", 6))).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().owning(lockedFor(370)), anUpgradeEarning("3", 12))).matches(Candidate::isAllowed);
    }

    @Test
    void aMoveWithinTheLockInTakesTheContractAlongInsteadOfSigningANewOne() {
        CustomerBuilder locked = aCustomer().owning(new Holding(
                "FIBRE", ServiceCategory.HBB, 2, Money.euros("20"), Money.euros("8"), TODAY, TODAY.plusDays(100)));
        CandidateBuilder faster = aCandidate("FASTER", ServiceCategory.HBB).as(Kind.UPSELL).lasting(12);

        assertThat(judge(locked, faster.costing("5", "4.99"), "house-move")).satisfies(isRefused("MOVE_KEEPS_CONTRACT",
                "A move within the lock-in takes the contract along instead of signing a new one"));
        assertThat(judge(locked, faster.costing("5", "5"), "house-move")).matches(Candidate::isAllowed);
        assertThat(judge(locked, faster.costing("5", "4.99"), "birth")).matches(Candidate::isAllowed);
    }

    @Test
    void aCustomerWhosePromotionStillRunsIsGrantedNoSecondDiscount() {
        Candidate judged =
                judge(aCustomer().owning(PLAN).with(promotionEndingIn(30)), aNew(ServiceCategory.TV, 1).discounted("1.50"));

        assertThat(judged.isAllowed()).isTrue();
        assertThat(judged.discount()).as("given from the start").isEqualTo(Money.ZERO);
        assertThat(judged.maxDiscount()).as("a person may grant").isEqualTo(Money.ZERO);
        assertThat(judged.notes()).extracting(Reason::code, Reason::rule).containsExactly(tuple(
                "DOUBLE_DISCOUNT", "A customer whose promotion still runs is granted no second discount"));
        assertThat(judge(aCustomer().owning(PLAN).with(promotionEndingIn(29)), aNew(ServiceCategory.TV, 1).discounted("1.50")))
                .extracting(Candidate::discount, Candidate::maxDiscount)
                .containsExactly(Money.euros("1.50"), Money.euros("5"));
    }

    @Test
    void aFreeTrialDoesNotStartWhileAPromotionRunsForAnotherHalfYear() {
        assertThat(judge(aCustomer().owning(PLAN).with(promotionEndingIn(183)), aNew(ServiceCategory.TV, 1).triedFor(30))).satisfies(isRefused("PROMOTIONS_OVERLAP",
                "A free trial does not start while a promotion runs for another half year"));
        assertThat(judge(aCustomer().owning(PLAN).with(promotionEndingIn(182)), aNew(ServiceCategory.TV, 1).triedFor(30))).matches(Candidate::isAllowed);
        assertThat(judge(aCustomer().owning(PLAN).with(promotionEndingIn(183)), aNew(ServiceCategory.TV, 1).triedFor(29))).matches(Candidate::isAllowed);
    }

    @Test
    void aCompanyWithMoreLinesThanPeopleIsNotSoldAdditionalLines() {
        assertThat(judge(aCompany().employing(9, 0.0), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).satisfies(isRefused("LINES_TO_SPARE",
                "A company with more lines than people is not sold additional lines"));
        assertThat(judge(aCompany().employing(10, 0.0), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(Candidate::isAllowed);
        assertThat(judge(aCompany().owning(BOX).employing(9, 0.0), aNew(ServiceCategory.ADDITIONAL_LINE, 1))).matches(Candidate::isAllowed);
    }

    @Test
    void theReasonNamesTheEurosAndThatTheShareWasSetByHand() {
        Candidate judged = judge(aCustomer().with((Person) null).saturating(0.1), aNew(ServiceCategory.ADDITIONAL_LINE, 1));

        assertThat(judged.losses().get(0).share()).isEqualTo(Share.byHand(0.5));
        assertThat(judged.losses().get(0).reason().text())
                .endsWith("Costs 4.00 EUR a month on MOBILE_S (a share of 50 % set by hand).");
        assertThat(judged.losses().get(0).reason().fr())
                .endsWith("Coûte 4.00 EUR par mois sur MOBILE_S (part de 50 % fixée à la main).");
    }

    @Test
    void aServiceThatSeveralRulesChargeIsChargedOnceWithTheLargerShare() {
        Candidate judged = judge(aCustomer().owning(UNLIMITED).with(using(80.0, 0.9, null)), aNew(ServiceCategory.HBB, 1));

        assertThat(judged).satisfies(loses("2.80", "BROADBAND_ENDS_UNLIMITED",
                "An unlimited plan that served as the home connection shrinks when broadband arrives"));
    }

    @Test
    void aMarginThatIsNotKnownCannotBeLost() {
        Holding unknown = new Holding("PLAN", ServiceCategory.MOBILE, 2, null, null, null, null);

        assertThat(judge(aCustomer().owning(unknown).saturating(0.9), aNew(ServiceCategory.HBB, 1)))
                .matches(CannibalisationRulesTest::isLeftAlone);
    }

    @Test
    void aServiceImportedWithoutAMarginLosesWhatTheCatalogueSaysItEarns() {
        Holding imported = new Holding("PLAN", ServiceCategory.MOBILE, 2, null, null, null, null);

        Candidate judged = RULES.judge(
                        List.of(aNew(ServiceCategory.HBB, 1).build()),
                        aCustomer().owning(imported).saturating(0.9).build(),
                        aCatalogue(List.of(
                                anOffer("NEW_1", ServiceCategory.HBB, 1).build(),
                                anOffer("PLAN", ServiceCategory.MOBILE, 2).costing("20", "10").build())),
                        TriggerFacts.of("promotion-end"),
                        TODAY)
                .get(0);

        assertThat(judged.cannibalisedMargin()).isEqualTo(Money.euros("2"));
    }

    @Test
    void whatWasRefusedBeforeKeepsItsReason() {
        Reason before = new Reason("NO_FIBRE", Stage.ELIGIBILITY, "eligibility_noFibre", "No fibre.");
        Candidate refused = anUpgradeEarning("0", 0).build().rejected(before);

        assertThat(RULES.judge(List.of(refused), aCustomer().build(), aCatalogue(List.of()), null, TODAY)).containsExactly(refused);
    }

    @Test
    void aNewServiceThatTouchesNothingHeldIsLeftAsItIs() {
        assertThat(judge(aCustomer(), aNew(ServiceCategory.TV, 1))).isEqualTo(aNew(ServiceCategory.TV, 1).build());
    }

    private static Candidate judge(CustomerBuilder customer, CandidateBuilder candidate) {
        return judge(customer, candidate, "promotion-end");
    }

    private static Candidate judge(CustomerBuilder customer, CandidateBuilder builder, String trigger) {
        Candidate candidate = builder.build();
        ServiceCategory category = candidate.categories().iterator().next();
        int tier = candidate.offer().charAt(candidate.offer().length() - 1) - '0';
        return RULES.judge(
                        List.of(candidate),
                        customer.build(),
                        aCatalogue(List.of(anOffer(candidate.offer(), category, tier).build())),
                        TriggerFacts.of(trigger),
                        TODAY)
                .get(0);
    }

    /** Its code ends with its tier. */
    private static CandidateBuilder aNew(ServiceCategory category, int tier) {
        return aCandidate("NEW_" + tier, category);
    }

    private static CandidateBuilder anUpgrade(ServiceCategory category, int tier) {
        return aCandidate("UP_" + tier, category).as(Kind.UPSELL);
    }

    private static CandidateBuilder anUpgradeEarning(String margin, int contractMonths) {
        return anUpgrade(ServiceCategory.MOBILE, 3).costing("5", margin).lasting(contractMonths);
    }

    private static Usage using(Double dataGb, Double saturation, Double tvHours) {
        return new Usage(dataGb, null, tvHours, null, saturation, null);
    }

    private static CustomerBuilder onOneSite() {
        CustomerBuilder company = aCompany();
        return company.with(new Company(
                "RETAIL", 30, 0.1, 2, List.of(CustomerBuilder.site("S1")), null, List.of(), 2));
    }

    private static Holding lockedFor(int days) {
        return new Holding("PLAN", ServiceCategory.MOBILE, 2, Money.euros("20"), Money.euros("8"), TODAY, TODAY.plusDays(days));
    }

    private static Promotion promotionEndingIn(int days) {
        return new Promotion("P", "PLAN", Money.euros("10"), Money.euros("20"), TODAY.plusDays(days));
    }

    private static boolean isLeftAlone(Candidate judged) {
        return judged.isAllowed() && judged.losses().isEmpty();
    }

    private static Consumer<Candidate> loses(String euros, String code, String rule) {
        return candidate -> {
            assertThat(candidate.isAllowed()).isTrue();
            assertThat(candidate.cannibalisedMargin()).isEqualTo(Money.euros(euros));
            assertThat(candidate.losses()).hasSize(1);
            assertThat(candidate.losses().get(0).reason()).extracting(Reason::code, Reason::stage, Reason::rule)
                    .containsExactly(code, Stage.CANNIBALISATION, rule);
        };
    }

    private static Consumer<Candidate> isRefused(String code, String rule) {
        return candidate -> assertThat(refusal(candidate)).extracting(Reason::code, Reason::stage, Reason::rule)
                .containsExactly(code, Stage.CANNIBALISATION, rule);
    }

    private static Reason refusal(Candidate candidate) {
        assertThat(candidate.verdict()).isInstanceOf(Rejected.class);
        return ((Rejected) candidate.verdict()).reason();
    }
}
