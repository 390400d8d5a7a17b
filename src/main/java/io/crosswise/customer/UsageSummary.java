package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sums monthly usage up into what a profile keeps; {@link Usage} gives the formulas, months without a value are left out. Plain
 * loops: a history needs it a hundred thousand times.
 */
public final class UsageSummary {
    private static final int TREND_MONTHS = 6;
    private static final int SATURATION_MONTHS = 3;
    private static final int YEAR = 12;
    /** Sum of squares of −5.5, −4.5, …, 5.5. */
    private static final double LINE_VARIANCE = 143;
    /** Of one turn in a year; the sine is the cosine of three months before. */
    private static final double[] COSINE = new double[YEAR];

    static {
        Arrays.setAll(COSINE, month -> Math.cos(2 * Math.PI * month / YEAR));
    }

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
                trend(newest(months, TREND_MONTHS), MonthlyUsage::dataGb),
                mean(newest(months, SATURATION_MONTHS), UsageSummary::saturation),
                stability(months));
    }

    /**
     * What else the months tell, by the name of the feature, rounded to six decimals; a value they do not tell has no entry.
     * {@code bill_trend} is the slope of the bill over the last 6 months as a share of their mean, 0.05 is five per cent a month.
     * {@code data_seasonality} is the amplitude of the yearly wave in 12 months of data as a share of their mean: the first
     * harmonic of what a straight line leaves over (harmonic regression, Hyndman and Athanasopoulos, Forecasting: Principles and
     * Practice, 3rd ed., 7.4); it needs 12 months.
     */
    public static Map<String, Double> trends(List<MonthlyUsage> months) {
        Map<String, Double> trends = new TreeMap<>();
        Double bill = trend(newest(months, TREND_MONTHS), UsageSummary::billed);
        if (bill != null) {
            trends.put("bill_trend", bill);
        }
        Double season = seasonality(newest(months, YEAR));
        if (season != null) {
            trends.put("data_seasonality", season);
        }
        return trends;
    }

    private static Double seasonality(List<MonthlyUsage> months) {
        List<MonthlyUsage> year = new ArrayList<>(months);
        year.sort(Comparator.comparing(MonthlyUsage::month));
        double[] data = known(year, MonthlyUsage::dataGb);
        double mean = mean(data);
        if (data.length < YEAR || mean <= 0) {
            return null;
        }
        double middle = (YEAR - 1) / 2.0;
        double slope = 0;
        for (int i = 0; i < YEAR; i++) {
            slope += (i - middle) * (data[i] - mean) / LINE_VARIANCE;
        }
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < YEAR; i++) {
            double rest = data[i] - mean - slope * (i - middle);
            cosine += rest * COSINE[i] / (YEAR / 2.0);
            sine += rest * COSINE[(i + 9) % YEAR] / (YEAR / 2.0);
        }
        return rounded(Math.hypot(cosine, sine) / mean);
    }

    private static List<MonthlyUsage> newest(List<MonthlyUsage> months, int count) {
        int last = Integer.MIN_VALUE;
        for (MonthlyUsage usage : months) {
            last = Math.max(last, number(usage.month()));
        }
        List<MonthlyUsage> newest = new ArrayList<>(count);
        for (MonthlyUsage usage : months) {
            if (number(usage.month()) > last - count) {
                newest.add(usage);
            }
        }
        return newest;
    }

    private static Double saturation(MonthlyUsage usage) {
        boolean known = usage.dataGb() != null && usage.dataAllowanceGb() != null && usage.dataAllowanceGb() > 0;
        return known ? (Double) (usage.dataGb() / usage.dataAllowanceGb()) : null;
    }

    private static Double billed(MonthlyUsage usage) {
        return usage.billed() == null ? null : (Double) usage.billed().doubleValue();
    }

    /** Slope of the least-squares line through the months, divided by their mean. */
    private static Double trend(List<MonthlyUsage> months, Function<MonthlyUsage, Double> value) {
        double[] known = known(months, value);
        double mean = mean(known);
        if (known.length < 2 || mean <= 0) {
            return null;
        }
        double[] at = new double[known.length];
        int count = 0;
        for (MonthlyUsage usage : months) {
            if (value.apply(usage) != null) {
                at[count++] = number(usage.month());
            }
        }
        double middle = mean(at);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < at.length; i++) {
            covariance += (at[i] - middle) * (known[i] - mean);
            variance += (at[i] - middle) * (at[i] - middle);
        }
        return rounded(covariance / variance / mean);
    }

    /** The coefficient of variation uses the sample standard deviation (n − 1). */
    private static Double stability(List<MonthlyUsage> months) {
        double[] bills = known(months, UsageSummary::billed);
        double mean = mean(bills);
        if (bills.length < 2 || mean <= 0) {
            return null;
        }
        double squares = 0;
        for (double bill : bills) {
            squares += (bill - mean) * (bill - mean);
        }
        double deviation = Math.sqrt(squares / (bills.length - 1));
        return rounded(Math.max(0, Math.min(1, 1 - deviation / mean)));
    }

    private static Double mean(List<MonthlyUsage> months, Function<MonthlyUsage, Double> value) {
        double[] known = known(months, value);
        return known.length == 0 ? null : (Double) rounded(mean(known));
    }

    private static double[] known(List<MonthlyUsage> months, Function<MonthlyUsage, Double> value) {
        double[] known = new double[months.size()];
        int count = 0;
        for (MonthlyUsage usage : months) {
            Double amount = value.apply(usage);
            if (amount != null) {
                known[count++] = amount;
            }
        }
        return Arrays.copyOf(known, count);
    }

    /** 0 of nothing. */
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static int number(YearMonth month) {
        return 12 * month.getYear() + month.getMonthValue();
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
