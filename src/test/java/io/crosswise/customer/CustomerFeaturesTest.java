package io.crosswise.customer;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.CustomerBuilder.aStranger;
import static io.crosswise.customer.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerFeaturesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Test
    void givesEverythingKnownOfAConsumerInUnitsModelsRead() {
        Map<String, Double> features = CustomerFeatures.of(aCustomer().build(), TODAY);

        assertThat(features)
                .contains(
                        entry("market_ebu", 0.0),
                        entry("tenure_months", 48.0),
                        entry("age", 42.0),
                        entry("gender_female", 1.0),
                        entry("digital_experienced", 1.0),
                        entry("reward_member", 1.0),
                        entry("arpu", 35.5),
                        entry("promotion_price_gap", 10.0),
                        entry("held_services", 1.0),
                        entry("holds_mobile", 1.0),
                        entry("tier_mobile", 1.0),
                        entry("holds_iot_m2m", 0.0),
                        entry("tier_iot_m2m", 0.0))
                .doesNotContainKeys("employees", "months_to_commitment_end");
        assertThat(features.get("months_to_promotion_end")).isCloseTo(1.0, within(0.02));
        assertThat(features.get("months_since_last_order")).isCloseTo(6.0, within(0.05));
    }

    @Test
    void leavesOutWhatIsUnknownInsteadOfGuessing() {
        assertThat(CustomerFeatures.of(aStranger().build(), TODAY))
                .hasSize(17)
                .containsEntry("market_ebu", 0.0)
                .containsEntry("held_services", 0.0)
                .containsEntry("service_gaps", 6.0)
                .allSatisfy((name, value) ->
                        assertThat(name).matches("market_ebu|held_services|service_gaps|holds_.*|tier_.*"));
    }

    @Test
    void givesTheLargestTierHeldOfACategoryAndNoneWhereItIsUnknown() {
        CustomerProfile profile = aCustomer()
                .holding(
                        holding("MOBILE_20", ServiceCategory.MOBILE, 1),
                        holding("MOBILE_100", ServiceCategory.MOBILE, 3),
                        holding("TV", ServiceCategory.TV, null))
                .build();

        assertThat(CustomerFeatures.of(profile, TODAY))
                .contains(entry("tier_mobile", 3.0), entry("holds_tv", 1.0), entry("held_services", 3.0))
                .doesNotContainKey("tier_tv");
    }

    @Test
    void countsTheMonthsToTheLastKnownLockIn() {
        CustomerProfile profile = aCustomer()
                .holding(lockedUntil("2026-10-21"), lockedUntil("2027-02-21"), lockedUntil(null))
                .build();

        assertThat(CustomerFeatures.of(profile, TODAY).get("months_to_commitment_end")).isCloseTo(3.0, within(0.05));
        assertThat(CustomerFeatures.of(profile, LocalDate.parse("2027-04-21")).get("months_to_commitment_end"))
                .isNegative();
    }

    @Test
    void describesACompanyByItsGrowthSitesAndGroup() {
        Company company = new Company(
                "Professional services",
                24,
                0.1,
                3,
                List.of(site(true), site(false), site(null)),
                new CustomerId("E-000009"),
                List.of(new CustomerId("E-000002")),
                2);

        assertThat(CustomerFeatures.of(aCompany().with(company).build(), TODAY))
                .contains(
                        entry("market_ebu", 1.0),
                        entry("employees", 24.0),
                        entry("employee_growth", 0.1),
                        entry("sites", 3.0),
                        entry("unconnected_sites", 1.0),
                        entry("group_size", 3.0),
                        entry("sector_professional_services", 1.0),
                        entry("sector_retail", 0.0),
                        entry("sector_other", 0.0))
                .doesNotContainKey("age");
    }

    @Test
    void callsASectorWithoutAnIndicatorOther() {
        Company company = new Company("Falconry", 3, null, null, null, null, null, null);

        assertThat(CustomerFeatures.of(aCompany().with(company).build(), TODAY))
                .contains(entry("sector_other", 1.0), entry("sector_retail", 0.0))
                .doesNotContainKeys("sites", "group_size", "decision_makers");
    }

    @Test
    void tellsNoMemberOfTheRewardProgrammeFromUnknown() {
        Engagement none = new Engagement(null, null, null, "NONE", null);
        Engagement unknown = new Engagement(null, null, null, null, null);

        assertThat(CustomerFeatures.of(aCustomer().with(none).build(), TODAY)).containsEntry("reward_member", 0.0);
        assertThat(CustomerFeatures.of(aCustomer().with(unknown).build(), TODAY)).doesNotContainKey("reward_member");
    }

    @Test
    void namesEveryFeatureOnceAndKeepsTheirOrder() {
        Company company = new Company("RETAIL", 24, 0.1, 3, List.of(site(false)), null, List.of(), 2);
        Map<String, Double> derived = new HashMap<>(Map.of("bill_trend", 0.1, "data_seasonality", 0.2));
        CompanyGraph.FEATURES.forEach(name -> derived.put(name, 0.5));
        CustomerProfile everything = aCustomer()
                .with(company)
                .deriving(derived)
                .holding(
                        new Holding("S", ServiceCategory.HBB, 1, null, null, TODAY.minusMonths(2), TODAY.plusMonths(3)),
                        holding("TV", ServiceCategory.TV, 1))
                .build();

        assertThat(CustomerFeatures.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_]+"));
        assertThat(CustomerFeatures.of(everything, TODAY).keySet()).containsExactlyElementsOf(CustomerFeatures.names());
    }

    @Test
    void takesFromTheFeatureRunWhatTakesManyRowsAndNothingElse() {
        CustomerProfile profile =
                aCompany().deriving(Map.of("group_holds_cloud", 0.25, "bill_trend", -0.01, "made_up", 1.0)).build();

        assertThat(CustomerFeatures.of(profile, TODAY))
                .contains(entry("group_holds_cloud", 0.25), entry("bill_trend", -0.01))
                .doesNotContainKeys("made_up", "group_growth", "data_seasonality");
    }

    @Test
    void namesTheServicesHeldForAffinityOnly() {
        CustomerProfile profile = aCustomer()
                .holding(holding("MOBILE_20", ServiceCategory.MOBILE, 1), holding("TV", ServiceCategory.TV, null))
                .build();

        assertThat(CustomerFeatures.services(profile)).containsOnly(entry("service_MOBILE_20", 1.0), entry("service_TV", 1.0));
        assertThat(CustomerFeatures.of(profile, TODAY)).doesNotContainKey("service_TV");
    }

    private static Holding lockedUntil(String end) {
        return new Holding(
                "S", ServiceCategory.HBB, 1, null, null, null, end == null ? null : LocalDate.parse(end));
    }

    private static Site site(Boolean connected) {
        return new Site("S-1", "Lyon", 5, null, null, connected);
    }
}
