package io.crosswise.policy;

import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static io.crosswise.testing.CustomerBuilder.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentationTableTest {
    private static final Engagement PROMOTER = new Engagement(41, 0, 0, null, null);

    static Stream<Arguments> customers() {
        return Stream.of(
                arguments(aCustomer().with(rankedAt(0.8)), "highValue", Segment.B2C_HIGH_VALUE),
                arguments(aCustomer().with(rankedAt(0.8)).with(PROMOTER), "highValue", Segment.B2C_HIGH_VALUE),
                arguments(aCustomer().with(rankedAt(0.79)).with(PROMOTER), "loyalty", Segment.B2C_LOYALTY),
                arguments(aCustomer().since(TODAY.minusMonths(24)).with(PROMOTER), "consumerStandard", Segment.B2C_STANDARD),
                arguments(aCustomer().with(new Engagement(40, 0, 0, null, null)), "consumerStandard", Segment.B2C_STANDARD),
                arguments(aStranger(), "consumerStandard", Segment.B2C_STANDARD),
                arguments(aCompany().employing(51, -0.5), "enterpriseBySize", Segment.EBU_ENTERPRISE),
                arguments(aCompany().with(onSites(10)), "enterpriseBySites", Segment.EBU_ENTERPRISE),
                arguments(aCompany().with(heading(3)), "enterpriseByGroup", Segment.EBU_ENTERPRISE),
                arguments(aCompany().employing(50, 0.01), "sme", Segment.EBU_SME),
                arguments(aCompany().employing(5, 0.01), "sme", Segment.EBU_SME),
                arguments(aCompany().employing(4, 0.01), "companyStandard", Segment.EBU_STANDARD),
                arguments(aCompany().employing(30, 0.0), "companyStandard", Segment.EBU_STANDARD),
                arguments(aCompany().with((Company) null), "companyStandard", Segment.EBU_STANDARD));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void assignsTheSegmentByTheRow(CustomerBuilder customer, String row, Segment segment) {
        List<TableRow> rows = Tables.evaluate("segmentation", variables(customer));

        assertThat(rows).extracting(TableRow::rule).containsExactly("segmentation_" + row);
        assertThat(SegmentationTable.read(rows)).isEqualTo(segment);
    }

    @Test
    void refusesATableThatNamesNoSegment() {
        TableRow row = new TableRow("segmentation", "row_1", "Why.", Map.of("segment", "B2C_GOLD"));

        assertThatThrownBy(() -> SegmentationTable.read(List.of(row))).isInstanceOf(BrokenTable.class)
                .hasMessage("Row row_1 of table segmentation answers B2C_GOLD in its column segment");
        assertThatThrownBy(() -> SegmentationTable.read(List.of())).hasMessageContaining("exactly one row, not 0");
    }

    @Test
    void theSociostyleCrossesExpertiseAgeAndConsumption() {
        assertThat(sociostyle(aCustomer())).isEqualTo("EXPERIENCED_ADULT_HEAVY");
        assertThat(sociostyle(aCustomer().aged(60).with(DigitalExpertise.NOVICE).with(using(19.9)))).isEqualTo("NOVICE_SENIOR_LIGHT");
        assertThat(sociostyle(aCustomer().aged(29).with(using(20.0)))).isEqualTo("EXPERIENCED_YOUNG_HEAVY");
    }

    @Test
    void theSociostyleSaysHowToSpeak() {
        Sociostyle senior = SociostyleTable.read(
                Tables.evaluate("sociostyle", variables(aCustomer().aged(60).with(DigitalExpertise.NOVICE))));

        assertThat(senior.tone()).isEqualTo(Sociostyle.Tone.COURTEOUS);
        assertThat(senior.depth()).isEqualTo(Sociostyle.Depth.STEP_BY_STEP);
    }

    @Test
    void aSociostyleIsNotGuessed() {
        assertThat(sociostyle(aStranger())).isNull();
        assertThat(sociostyle(aCustomer().aged(null))).isNull();
        assertThat(sociostyle(aCompany())).isNull();
    }

    private static String sociostyle(CustomerBuilder customer) {
        Sociostyle found = SociostyleTable.read(Tables.evaluate("sociostyle", variables(customer)));
        return found == null ? null : found.code();
    }

    private static Map<String, Object> variables(CustomerBuilder customer) {
        return Map.of("customer", CustomerFacts.of(customer.build(), null, null, null, TODAY));
    }

    private static Billing rankedAt(double percentile) {
        return new Billing(Money.euros("35"), percentile, Money.ZERO, 0);
    }

    private static Usage using(Double gigabytes) {
        return new Usage(gigabytes, null, null, null, null, 0.9);
    }

    private static Company onSites(int sites) {
        return new Company("RETAIL", 30, 0.1, 0, Collections.nCopies(sites, site("S")), null, List.of(), 1);
    }

    private static Company heading(int subsidiaries) {
        return new Company("RETAIL", 30, 0.1, 0, List.of(), null, Collections.nCopies(subsidiaries, new CustomerId("E-9")), 1);
    }
}
