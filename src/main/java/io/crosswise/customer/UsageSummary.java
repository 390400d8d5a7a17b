package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Sums monthly usage up into what a profile keeps; {@link Usage} gives the formulas, months without a value are left out. */
public final class UsageSummary {
    private static final int TREND_MONTHS = 6;
    private static final int SATURATION_MONTHS = 3;

    private UsageSummary() {}

    /**
     * Means over all months given; trend, saturation and stability as {@link Usage} defines them. A value is null where the
     * months do not tell it: a trend or a stability needs two months and a mean above zero. Rounded to six decimals.
     */
    public static Usage of(List<MonthlyUsage> months) {
        return new Usage(
                mean(months, MonthlyUsage::dataGb),
                mean(months, MonthlyUsage::voiceMinutes),
                mean(months, MonthlyUsage::tvHours),
                trend(newest(months, TREND_MONTHS)),
                mean(newest(months, SATURATION_MONTHS), UsageSummary::saturation),
                stability(months));
    }

    private static List<MonthlyUsage> newest(List<MonthlyUsage> months, int count) {
        YearMonth newest = months.stream().map(MonthlyUsage::month).max(YearMonth::compareTo).orElse(null);
        return months.stream()
                .filter(usage -> usage.month().isAfter(newest.minusMonths(count)))
                .toList();
    }

    private static Double saturation(MonthlyUsage usage) {
        boolean known = usage.dataGb() != null && usage.dataAllowanceGb() != null && usage.dataAllowanceGb() > 0;
        return known ? usage.dataGb() / usage.dataAllowanceGb() : null;
    }

    /** Slope of the least-squares line through the months, divided by their mean. */
    private static Double trend(List<MonthlyUsage> months) {
        List<MonthlyUsage> known = months.stream().filter(usage -> usage.dataGb() != null).toList();
        double mean = known.stream().mapToDouble(MonthlyUsage::dataGb).average().orElse(0);
        if (known.size() < 2 || mean <= 0) {
            return null;
        }
        YearMonth first = known.get(0).month();
        double[] at = known.stream().mapToDouble(usage -> ChronoUnit.MONTHS.between(first, usage.month())).toArray();
        double middle = DoubleStream.of(at).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < at.length; i++) {
            covariance += (at[i] - middle) * (known.get(i).dataGb() - mean);
            variance += (at[i] - middle) * (at[i] - middle);
        }
        return rounded(covariance / variance / mean);
    }

    /** The coefficient of variation uses the sample standard deviation (n − 1). */
    private static Double stability(List<MonthlyUsage> months) {
        double[] bills = months.stream()
                .filter(usage -> usage.billed() != null)
                .mapToDouble(usage -> usage.billed().doubleValue())
                .toArray();
        double mean = DoubleStream.of(bills).average().orElse(0);
        if (bills.length < 2 || mean <= 0) {
            return null;
        }
        double squares = DoubleStream.of(bills).map(bill -> (bill - mean) * (bill - mean)).sum();
        double deviation = Math.sqrt(squares / (bills.length - 1));
        return rounded(Math.max(0, Math.min(1, 1 - deviation / mean)));
    }

    private static Double mean(List<MonthlyUsage> months, Function<MonthlyUsage, Double> value) {
        double[] known = months.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? null : rounded(DoubleStream.of(known).average().orElseThrow());
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
