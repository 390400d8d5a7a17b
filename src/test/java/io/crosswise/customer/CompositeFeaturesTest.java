package io.crosswise.customer;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.CustomerBuilder.aStranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeFeaturesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Test
    void loyaltyWeighsTenureNpsAndEngagement() {
        CustomerBuilder fourYears = aCustomer().with(new Engagement(40, 2, 1, null, null));

        assertThat(value("loyalty_score", fourYears))
                .isCloseTo(100 * (0.4 * 48 / 60 + 0.4 * 140 / 200 + 0.2 * 0.0), within(1e-9));
        assertThat(value("loyalty_score", fourYears.with(new Engagement(100, null, null, null, null))))
                .as("engagement unknown")
                .isCloseTo(100 * (0.4 * 48 / 60 + 0.4) / 0.8, within(1e-9));
        assertThat(value("loyalty_score", fourYears.with(new Engagement(null, 4, 0, null, null)))).isNull();
        assertThat(value("loyalty_score", aStranger())).isNull();
    }

    @Test
    void gapsAreTheCategoriesThatFitAndAreNotHeld() {
        assertThat(value("service_gaps", aCustomer())).as("of six, mobile is held").isEqualTo(5);
        assertThat(value("service_gaps", aCustomer().with(new Person(30, null, 1, null, null, null))))
                .as("who lives alone needs no second line")
                .isEqualTo(4);
        assertThat(value("service_gaps", aCompany())).as("no television, but machines").isEqualTo(5);
    }

    @Test
    void theLifeCycleIsToldByWhatWasAndWhatComesNext() {
        CustomerBuilder customer = aCustomer()
                .with(new Engagement(null, null, null, null, TODAY.minusMonths(5)))
                .with(new Promotion("P", "S", null, null, TODAY.minusMonths(2)))
                .holding(until(TODAY.minusMonths(3)), until(TODAY.plusMonths(4)));

        assertThat(value("months_since_event", customer)).isCloseTo(2, within(0.05));
        assertThat(value("months_to_next_event", customer)).as("today is the anniversary").isZero();
        assertThat(value("months_to_anniversary", customer)).isZero();
        assertThat(CustomerFeatures.of(customer.build(), TODAY.plusDays(1)).get("months_to_anniversary"))
                .isCloseTo(12, within(0.05));
        assertThat(CustomerFeatures.of(customer.build(), TODAY.plusDays(1)).get("months_to_next_event"))
                .isCloseTo(4, within(0.1));
        assertThat(value("months_since_event", aStranger())).isNull();
        assertThat(value("months_to_next_event", aStranger())).isNull();
    }

    @Test
    void whoOrdersTogetherIsSensitiveToBundles() {
        Holding first = since(TODAY.minusMonths(20));
        Holding sameMonth = since(TODAY.minusMonths(20).plusDays(20));
        Holding later = since(TODAY.minusMonths(2));

        assertThat(value("bundle_sensitivity", aCustomer().holding(first, sameMonth, later)))
                .isCloseTo(2.0 / 3, within(1e-9));
        assertThat(value("bundle_sensitivity", aCustomer().holding(first, later))).isZero();
        assertThat(value("bundle_sensitivity", aCustomer().holding(first, since(null)))).isNull();
    }

    @Test
    void promotionSensitivityIsTheShareOfTheBillThatHangsOnIt() {
        Promotion ten = new Promotion("P", "S", Money.euros("10"), Money.euros("20"), TODAY);

        assertThat(value("promotion_sensitivity", aCustomer().with(ten).payingOnAverage("40"))).isEqualTo(0.25);
        assertThat(value("promotion_sensitivity", aCustomer().with(ten).payingOnAverage("5"))).isEqualTo(1);
        assertThat(value("promotion_sensitivity", aCustomer().with((Promotion) null))).isNull();
        assertThat(value("promotion_sensitivity", aCustomer().with(ten).payingOnAverage("0"))).isNull();
    }

    @Test
    void whoUsesAndPaysLessAndSaysNothingIsLeavingSilently() {
        CustomerBuilder falling = aCustomer()
                .with(usageTrend(-0.05))
                .deriving(Map.of("bill_trend", -0.025))
                .with(new Engagement(null, 0, null, null, TODAY.minusYears(2)));

        assertThat(value("silent_churn", falling)).isCloseTo(0.4 * 0.5 + 0.4 * 0.5 + 0.2, within(1e-9));
        assertThat(value("silent_churn", falling.deriving(Map.of()))).isCloseTo((0.4 * 0.5 + 0.2) / 0.6, within(1e-9));
        assertThat(value("silent_churn", falling.with(usageTrend(null)))).isNull();
        assertThat(value("silent_churn", aCustomer().with(usageTrend(0.05)).deriving(Map.of("bill_trend", 0.1)))).isZero();
    }

    @Test
    void expansionIsForCompaniesThatGrow() {
        Company company = new Company(
                "Technology", 100, 0.15, 5, List.of(site(true), site(false)), null, List.of(), null);

        assertThat(value("expansion_score", aCompany().with(company)))
                .isCloseTo(
                        100 * (0.35 * 0.5 + 0.2 * 0.5 + 0.15 * 1 + 0.15 * 0.5 + 0.15 * 5 / 6), within(1e-9));
        Company unknown = new Company("Technology", 100, null, null, null, null, null, null);
        assertThat(value("expansion_score", aCompany().with(unknown))).isNull();
        assertThat(value("expansion_score", aCustomer())).isNull();
    }

    private static Double value(String feature, CustomerBuilder customer) {
        return CustomerFeatures.of(customer.build(), TODAY).get(feature);
    }

    private static Holding until(LocalDate end) {
        return new Holding("S", ServiceCategory.HBB, 1, null, null, null, end);
    }

    private static Holding since(LocalDate start) {
        return new Holding("S", ServiceCategory.HBB, 1, null, null, start, null);
    }

    private static Site site(boolean connected) {
        return new Site("S-1", "Lyon", 5, null, null, connected);
    }

    private static Usage usageTrend(Double trend) {
        return new Usage(null, null, null, trend, null, null);
    }
}
