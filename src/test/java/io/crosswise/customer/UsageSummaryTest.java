package io.crosswise.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.shared.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageSummaryTest {
    private static final YearMonth JANUARY = YearMonth.parse("2026-01");

    @Test
    void knowsNothingWithoutMonths() {
        assertThat(UsageSummary.of(List.of())).isEqualTo(new Usage(null, null, null, null, null, null));
    }

    @Test
    void givesTheMonthlySlopeOfTheLastSixMonthsAsAShareOfTheirMean() {
        List<MonthlyUsage> months = IntStream.range(0, 12)
                .mapToObj(i -> month(i, i < 6 ? 100.0 : 8.0 + 2 * (i - 6), null, null))
                .toList();

        Usage usage = UsageSummary.of(months);

        assertThat(usage.dataTrend()).isCloseTo(2.0 / 13.0, within(1e-6));
        assertThat(usage.dataGbPerMonth()).isCloseTo((600 + 78) / 12.0, within(1e-6));
    }

    @Test
    void measuresSaturationOverTheLastThreeMonthsThatHaveAnAllowance() {
        List<MonthlyUsage> months = List.of(
                month(0, 0.0, 10.0, null), month(1, 5.0, 10.0, null), month(2, 10.0, 10.0, null), month(3, 99.0, null, null));

        assertThat(UsageSummary.of(months).dataSaturation()).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void callsAConstantBillPerfectlyStableAndCutsAtZero() {
        assertThat(UsageSummary.of(List.of(bill(0, "30"), bill(1, "30"))).stability()).isEqualTo(1.0);
        assertThat(UsageSummary.of(List.of(bill(0, "1"), bill(1, "0"), bill(2, "0"))).stability()).isZero();
        assertThat(UsageSummary.of(List.of(bill(0, "20"), bill(1, "40"))).stability())
                .isCloseTo(1 - Math.sqrt(200) / 30, within(1e-6));
    }

    @Test
    void saysNothingAboutATrendOrStabilityOfASingleMonthOrOfZeroes() {
        assertThat(UsageSummary.of(List.of(month(0, 5.0, null, Money.euros("30")))))
                .isEqualTo(new Usage(5.0, null, null, null, null, null));
        assertThat(UsageSummary.of(List.of(month(0, 0.0, null, Money.ZERO), month(1, 0.0, null, Money.ZERO))))
                .isEqualTo(new Usage(0.0, null, null, null, null, null));
    }

    @Test
    void measuresTheTrendOfTheBillOverTheLastSixMonths() {
        List<MonthlyUsage> months = IntStream.range(0, 8)
                .mapToObj(i -> bill(i, i < 2 ? "500" : String.valueOf(30 - 2 * (i - 2))))
                .toList();

        assertThat(UsageSummary.trends(months)).containsOnlyKeys("bill_trend");
        assertThat(UsageSummary.trends(months).get("bill_trend")).isCloseTo(-2 / 25.0, within(1e-6));
    }

    @Test
    void findsTheAmplitudeOfAYearlyWaveOnALine() {
        List<MonthlyUsage> wave = IntStream.range(0, 12)
                .mapToObj(i -> month(i, 100 + 30 * Math.cos(2 * Math.PI * (i - 4) / 12.0), null, null))
                .toList();
        List<MonthlyUsage> line = IntStream.range(0, 12).mapToObj(i -> month(i, 10.0 + 2 * i, null, null)).toList();

        assertThat(UsageSummary.trends(wave).get("data_seasonality")).isBetween(0.2, 0.32);
        assertThat(UsageSummary.trends(line).get("data_seasonality")).isCloseTo(0, within(1e-6));
        assertThat(UsageSummary.trends(line.subList(0, 11))).doesNotContainKey("data_seasonality");
    }

    private static MonthlyUsage bill(int month, String euros) {
        return month(month, null, null, Money.euros(euros));
    }

    private static MonthlyUsage month(int month, Double data, Double allowance, Money billed) {
        return new MonthlyUsage(JANUARY.plusMonths(month), data, allowance, null, null, billed);
    }
}
