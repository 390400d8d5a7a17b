package io.crosswise.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.UsageSummary;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.outcome.PastContact;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoMarketTest {
    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 21);
    private static final DemoMarket MARKET = DemoMarket.standard(ANCHOR);
    private static final List<CustomerRecord> CUSTOMERS = MARKET.customers();
    private static final Map<CustomerId, CustomerProfile> PROFILES =
            CUSTOMERS.stream().map(CustomerRecord::profile).collect(Collectors.toMap(CustomerProfile::id, it -> it));
    /** Features dropped: kept for a hundred thousand contacts they would fill the memory. */
    private static final List<PastContact> CONTACTS = MARKET.pastContacts()
            .map(it -> new PastContact(
                    it.campaign(),
                    it.customer(),
                    it.category(),
                    it.offer(),
                    it.upgrade(),
                    it.channel(),
                    it.hour(),
                    it.treated(),
                    it.contactedOn(),
                    it.bought(),
                    Map.of()))
            .toList();

    private static final List<SnapshotExample> SNAPSHOTS = new DemoTrainingHistory(MARKET).snapshots().toList();

    /** Month ends, a leap day and the turn of the year: nothing may depend on the length of calendar months. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-03-31", "2028-02-29", "2027-01-01"})
    void isTheSameMarketOnAnyDay(LocalDate anchor) {
        DemoMarket market = DemoMarket.standard(anchor);

        assertThat(market.sha256()).isEqualTo(MARKET.sha256());
        CustomerProfile there = market.customers().get(17).profile();
        CustomerProfile here = CUSTOMERS.get(17).profile();
        assertThat(there.tenureMonths(anchor)).isEqualTo(here.tenureMonths(ANCHOR));
        assertThat(there.billing()).isEqualTo(here.billing());
    }

    @Test
    void isAnotherMarketWithAnotherSeed() {
        GroundTruth truth = new GroundTruth(1, DemoFiles.truth());

        assertThat(DemoMarket.generate(1, ANCHOR, DemoFiles.catalogue(), truth).sha256())
                .isNotEqualTo(MARKET.sha256());
    }

    @Test
    void holdsFourConsumersForEveryCompany() {
        assertThat(CUSTOMERS).hasSize(5_000);
        assertThat(PROFILES)
                .hasSize(5_000)
                .containsKeys(
                        new CustomerId("C-000001"),
                        new CustomerId("C-004000"),
                        new CustomerId("E-000001"),
                        new CustomerId("E-001000"));
        assertThat(PROFILES.values())
                .filteredOn(it -> it.market() == Market.B2C)
                .hasSize(4_000)
                .allMatch(it -> it.person() != null && it.company() == null);
        assertThat(PROFILES.values())
                .filteredOn(it -> it.market() == Market.EBU)
                .allMatch(it -> it.person() == null && it.company() != null);
    }

    @Test
    void everyCustomerHoldsSomethingOnSaleAndPaysForIt() {
        Set<String> services =
                DemoFiles.catalogue().offers().stream().map(Offer::service).collect(Collectors.toSet());

        assertThat(PROFILES.values()).allSatisfy(it -> {
            assertThat(it.holdings())
                    .isNotEmpty()
                    .allMatch(held ->
                            services.contains(held.service()) && !held.since().isAfter(ANCHOR));
            assertThat(it.holdings()).extracting(Holding::category).doesNotHaveDuplicates();
            assertThat(it.billing().arpu().isPositive()).isTrue();
        });
    }

    @Test
    void theProfilesUsageIsWhatItsMonthsComeTo() {
        assertThat(CUSTOMERS).allSatisfy(it -> {
            assertThat(it.usage()).hasSizeBetween(1, 12);
            assertThat(it.profile().usage()).isEqualTo(UsageSummary.of(it.usage()));
        });
        assertThat(CUSTOMERS)
                .filteredOn(it -> it.profile().tenureMonths(ANCHOR) >= 12)
                .allMatch(it -> it.usage().size() == 12);
    }

    @Test
    void consentsAreYesNoAndSometimesUnknown() {
        for (ChannelCode channel : List.of(ChannelCode.EMAIL, ChannelCode.SMS, ChannelCode.CALL_CENTRE)) {
            assertThat(share(it -> Boolean.TRUE.equals(it.consents().get(channel))))
                    .isBetween(0.3, 0.8);
            assertThat(share(it -> Boolean.FALSE.equals(it.consents().get(channel))))
                    .isBetween(0.1, 0.5);
            assertThat(share(it -> !it.consents().containsKey(channel))).isBetween(0.02, 0.12);
        }
    }

    @Test
    void addressesBelongToNobody() {
        assertThat(CUSTOMERS).allSatisfy(it -> {
            assertThat(it.personal().email() != null)
                    .isEqualTo(it.profile().contactability().email());
            assertThat(it.personal().phone() != null)
                    .isEqualTo(it.profile().contactability().phone());
        });
        assertThat(CUSTOMERS)
                .extracting(it -> it.personal().email())
                .filteredOn(java.util.Objects::nonNull)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z.]+\\.[0-9]{6}@demo\\.invalid"));
        assertThat(CUSTOMERS)
                .extracting(it -> it.personal().phone())
                .filteredOn(java.util.Objects::nonNull)
                .allMatch(it -> it.startsWith("+33 6 39 98"));
    }

    @Test
    void parentsAndSubsidiariesKnowEachOther() {
        List<CustomerProfile> parents = PROFILES.values().stream()
                .filter(it ->
                        it.company() != null && !it.company().subsidiaries().isEmpty())
                .toList();

        assertThat(parents).hasSizeGreaterThan(20).allSatisfy(parent -> assertThat(
                        parent.company().subsidiaries())
                .allSatisfy(child ->
                        assertThat(PROFILES.get(child).company().parent()).isEqualTo(parent.id())));
        assertThat(PROFILES.values())
                .filteredOn(it -> it.company() != null && it.company().parent() != null)
                .allMatch(it -> PROFILES.get(it.company().parent())
                        .company()
                        .subsidiaries()
                        .contains(it.id()));
    }

    @Test
    void everyCategoryWasCampaignedForSeveralTimesInItsMarkets() {
        Map<String, Set<String>> campaigns = CONTACTS.stream()
                .collect(Collectors.groupingBy(
                        it -> it.customer().value().charAt(0) + " " + it.category(),
                        Collectors.mapping(PastContact::campaign, Collectors.toSet())));

        assertThat(campaigns).hasSize(12);
        assertThat(campaigns.values()).allMatch(codes -> codes.size() >= 6);
        assertThat(CONTACTS)
                .allMatch(it ->
                        it.contactedOn().isBefore(ANCHOR) && !it.contactedOn().isBefore(ANCHOR.minusMonths(24)));
    }

    @Test
    void aRandomTenthOfEveryCampaignIsLeftAlone() {
        assertThat(share(CONTACTS, it -> !it.treated())).isCloseTo(0.10, within(0.005));
        assertThat(CONTACTS).allMatch(it -> it.treated() == (it.channel() != null));
        CONTACTS.stream()
                .collect(Collectors.groupingBy(PastContact::campaign))
                .forEach((campaign, contacts) -> assertThat(share(contacts, it -> !it.treated()))
                        .as(campaign)
                        .isCloseTo(0.10, within(5 * Math.sqrt(0.09 / contacts.size()))));
        Set<CustomerId> once = new HashSet<>();
        CONTACTS.stream().filter(it -> !it.treated()).forEach(it -> once.add(it.customer()));
        assertThat(once.size())
                .as("customers ever in a control, not always the same")
                .isGreaterThan(4_000);
    }

    @Test
    void untargetedOffersConvertAsTheMissionSays() {
        assertThat(share(contacts("C", true), PastContact::bought)).isCloseTo(0.08, within(0.008));
        assertThat(share(contacts("E", true), PastContact::bought)).isCloseTo(0.15, within(0.015));
        assertThat(share(contacts("C", false), PastContact::bought)).isBetween(0.02, 0.06);
        assertThat(share(contacts("E", false), PastContact::bought)).isBetween(0.05, 0.11);
    }

    @Test
    void everyCategoryHasBuyersToLearnFromInBothArms() {
        for (ServiceCategory category : ServiceCategory.values()) {
            assertThat(CONTACTS)
                    .filteredOn(it -> it.category() == category && it.treated() && it.bought())
                    .as("%s treated", category)
                    .hasSizeGreaterThan(600);
            assertThat(CONTACTS)
                    .filteredOn(it -> it.category() == category && !it.treated() && it.bought())
                    .as("%s control", category)
                    .hasSizeGreaterThan(30);
        }
    }

    @Test
    void whatWasBoughtInTheLastCampaignIsHeld() {
        Map<String, Offer> offers =
                DemoFiles.catalogue().offers().stream().collect(Collectors.toMap(Offer::code, it -> it));
        LocalDate last = CONTACTS.stream()
                .map(PastContact::contactedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        List<PastContact> sales = CONTACTS.stream()
                .filter(it -> it.bought() && it.contactedOn().equals(last) && PROFILES.containsKey(it.customer()))
                .toList();

        assertThat(sales).hasSizeGreaterThan(100);
        assertThat(share(sales, it -> PROFILES.get(it.customer()).holdings().stream()
                        .anyMatch(held ->
                                held.service().equals(offers.get(it.offer()).service()))))
                .as("a few are cancelled again")
                .isGreaterThan(0.95);
        assertThat(CONTACTS).noneMatch(it -> it.bought() && heldLargerThen(it, offers.get(it.offer())));
    }

    @Test
    void consumersLeaveMoreOftenThanCompanies() {
        assertThat(share(observedForAYear(Market.B2C), DemoMarketTest::leftWithinAYear)).isCloseTo(0.14, within(0.02));
        assertThat(share(observedForAYear(Market.EBU), DemoMarketTest::leftWithinAYear)).isCloseTo(0.08, within(0.02));
    }

    @Test
    void servicesAreDroppedOneByOneButNeverTheLastAccess() {
        for (ServiceCategory category : ServiceCategory.values()) {
            List<SnapshotExample> holders = SNAPSHOTS.stream()
                    .filter(it -> it.held().contains(category) && it.observedMonths() >= 12 && !leftWithinAYear(it))
                    .toList();
            assertThat(share(holders, it -> it.droppedAfterMonths().getOrDefault(category, 99) <= 12))
                    .as("%s dropped", category)
                    .isBetween(0.015, 0.20);
        }
        assertThat(SNAPSHOTS)
                .allMatch(it -> it.held().contains(ServiceCategory.MOBILE) || it.held().contains(ServiceCategory.HBB));
    }

    @Test
    void someFallBehindAndSomeBringNewCustomers() {
        assertThat(share(known(SnapshotExample::inArrearsWithin6), SnapshotExample::inArrearsWithin6)).isBetween(0.03, 0.09);
        assertThat(share(known(SnapshotExample::referredWithin12), SnapshotExample::referredWithin12)).isBetween(0.05, 0.15);
        assertThat(SNAPSHOTS)
                .filteredOn(it -> it.inArrearsWithin6() == null)
                .allMatch(it -> it.features().get("days_in_arrears") > 0);
    }

    /** What was not seen before the anchor is unknown, for those who left as for those who stayed. */
    @Test
    void aYearIsJudgedOnlyWhereItHasPassed() {
        assertThat(SNAPSHOTS).allMatch(it -> (it.observedMonths() >= 12) == (it.boughtWithin12() != null));
        assertThat(SNAPSHOTS).extracting(SnapshotExample::observedMonths).containsOnly(24, 18, 12, 6);
        assertThat(SNAPSHOTS)
                .filteredOn(it -> it.leftAfterMonths() != null)
                .hasSizeGreaterThan(1_000)
                .allMatch(it -> it.leftAfterMonths() >= 1 && it.leftAfterMonths() <= it.observedMonths())
                .noneMatch(it -> PROFILES.containsKey(it.customer()));
    }

    @Test
    void theHourMattersByChannel() {
        assertThat(share(at(ChannelCode.CALL_CENTRE, HourBand.EVENING), PastContact::bought))
                .isGreaterThan(1.3 * share(at(ChannelCode.CALL_CENTRE, HourBand.MIDDAY), PastContact::bought));
        assertThat(share(at(ChannelCode.ACCOUNT_MANAGER, HourBand.MORNING), PastContact::bought))
                .isGreaterThan(1.2 * share(at(ChannelCode.ACCOUNT_MANAGER, HourBand.EVENING), PastContact::bought));
        assertThat(CONTACTS).allMatch(it -> it.treated() == (it.hour() != null));
    }

    @Test
    void featuresAreThoseOfTheDay() {
        List<PastContact> oldest = MARKET.pastContacts()
                .filter(it -> it.contactedOn().equals(ANCHOR.minusMonths(24)) && PROFILES.containsKey(it.customer()))
                .limit(300)
                .toList();

        assertThat(oldest).allSatisfy(it -> assertThat(it.features().get("tenure_months"))
                .isEqualTo(PROFILES.get(it.customer()).tenureMonths(ANCHOR) - 24.0));
        assertThat(oldest)
                .allSatisfy(it -> assertThat(it.features()).containsKeys("arpu_percentile", "nps", "holds_tv"));
    }

    private static List<PastContact> at(ChannelCode channel, HourBand hour) {
        return CONTACTS.stream().filter(it -> it.channel() == channel && it.hour() == hour).toList();
    }

    private static List<SnapshotExample> observedForAYear(Market market) {
        return SNAPSHOTS.stream().filter(it -> it.market() == market && it.observedMonths() >= 12).toList();
    }

    private static List<SnapshotExample> known(Function<SnapshotExample, Boolean> answer) {
        return SNAPSHOTS.stream().filter(it -> answer.apply(it) != null).toList();
    }

    private static boolean leftWithinAYear(SnapshotExample example) {
        return example.leftAfterMonths() != null && example.leftAfterMonths() <= 12;
    }

    private static boolean heldLargerThen(PastContact contact, Offer offer) {
        return PROFILES.containsKey(contact.customer())
                && PROFILES.get(contact.customer()).holdings().stream()
                        .anyMatch(held -> held.category() == offer.category()
                        && held.tier() > offer.tier()
                        && held.since().isBefore(contact.contactedOn()));
    }

    private static List<PastContact> contacts(String prefix, boolean treated) {
        return CONTACTS.stream()
                .filter(it -> it.treated() == treated && it.customer().value().startsWith(prefix))
                .toList();
    }

    private static double share(Predicate<CustomerProfile> what) {
        return share(List.copyOf(PROFILES.values()), what);
    }

    private static <T> double share(List<T> all, Predicate<T> what) {
        assertThat(all).isNotEmpty();
        return (double) all.stream().filter(what).count() / all.size();
    }
}
