package io.crosswise.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.attribution.AttributionReport.Credit;
import io.crosswise.attribution.AttributionReport.Total;
import io.crosswise.attribution.Sale.PathTouch;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReportAttributionTest {
    private static final Instant SOLD = Instant.parse("2026-11-21T09:30:00Z");

    private final List<Sale> sales = new ArrayList<>();
    private final ReportAttribution reportAttribution = new ReportAttribution(
            (from, to, consumer) -> sales.forEach(consumer), new AttributeSale(AttributionSettings.DEFAULTS));

    @Test
    void sumsCreditUpByAPropertyOfTheTouch() {
        sold("100", touch("EMAIL", "O-FIBRE"), touch("CALL_CENTRE", "O-TV"), touch("EMAIL", "O-TV"));
        sold("50", touch("SELF_CARE", "O-TV"));

        AttributionReport report = report(AttributionModel.LINEAR, CreditBy.CHANNEL);

        assertThat(report.total()).isEqualTo(new Total(2, Money.euros("150")));
        assertThat(report.credits())
                .containsExactly(
                        credit("EMAIL", "0.6667", "66.67"), credit("SELF_CARE", "1", "50.00"),
                        credit("CALL_CENTRE", "0.3333", "33.33"));
        assertThat(report(AttributionModel.FIRST, CreditBy.OFFER).credits())
                .containsExactly(credit("O-FIBRE", "1", "100.00"), credit("O-TV", "1", "50.00"));
    }

    @Test
    void keepsASaleWithoutTouchInTheTotal() {
        sold("100");

        assertThat(report(AttributionModel.LAST, CreditBy.TRIGGER).credits()).containsExactly(credit("NONE", "1", "100.00"));
    }

    @Test
    void namesAnUnknownSegmentSo() {
        sold("100", new PathTouch(SOLD, false, "EMAIL", "O", null, "new-site"));

        assertThat(report(AttributionModel.LAST, CreditBy.SEGMENT).credits()).containsExactly(credit("UNKNOWN", "1", "100.00"));
    }

    @Test
    void isEmptyWithoutSales() {
        assertThat(report(AttributionModel.LAST, CreditBy.SEGMENT))
                .isEqualTo(new AttributionReport(new Total(0, Money.ZERO), List.of()));
    }

    @Property
    void creditsAddUpToTheTotalToTheCent(
            @ForAll @Size(max = 30) List<@Size(max = 7) List<@IntRange(max = 5) Integer>> paths,
            @ForAll AttributionModel model) {
        sales.clear();
        for (int i = 0; i < paths.size(); i++) {
            sold(i + "." + i % 100, paths.get(i).stream().map(key -> touch("K" + key, "O")).toArray(PathTouch[]::new));
        }

        AttributionReport report = report(model, CreditBy.CHANNEL);

        assertThat(report.credits().stream().map(Credit::revenue).reduce(Money.ZERO, Money::plus))
                .isEqualTo(report.total().revenue());
        assertThat(report.credits().stream().map(Credit::conversions).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(paths.size()));
    }

    private AttributionReport report(AttributionModel model, CreditBy by) {
        return reportAttribution.report(model, by, null, null);
    }

    private void sold(String revenue, PathTouch... touches) {
        sales.add(new Sale(new DecisionId("D-" + sales.size()), SOLD, Money.euros(revenue), List.of(touches)));
    }

    private static PathTouch touch(String channel, String offer) {
        return new PathTouch(SOLD.minus(Duration.ofDays(1)), false, channel, offer, "B2C_LOYALTY", "promotion-end");
    }

    private static Credit credit(String key, String conversions, String revenue) {
        return new Credit(key, new BigDecimal(conversions), Money.euros(revenue));
    }
}
