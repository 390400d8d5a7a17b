package io.crosswise.attribution;

import io.crosswise.attribution.AttributionReport.Credit;
import io.crosswise.attribution.AttributionReport.Total;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up who earned the sales of a period, by one attribution model and one property of the touches. */
public class ReportAttribution {
    private static final String NO_TOUCH = "NONE";
    /** Decimals of a fractional conversion. */
    private static final int SHARES = 4;

    private final Sales sales;
    private final AttributeSale attributeSale;

    public ReportAttribution(Sales sales, AttributeSale attributeSale) {
        this.sales = sales;
        this.attributeSale = attributeSale;
    }

    /** @param from inclusive, null is all @param to exclusive, null is all */
    public AttributionReport report(AttributionModel model, CreditBy by, Instant from, Instant to) {
        Sum sum = new Sum();
        sales.forEach(from, to, sale -> {
            sum.add(sale);
            List<AttributeSale.Credit> credits = attributeSale.attribute(sale, model);
            credits.forEach(credit -> sum.credit(credit.touch().key(by), credit.share(), sale));
            if (credits.isEmpty()) {
                sum.credit(NO_TOUCH, 1, sale);
            }
        });
        return sum.report();
    }

    private static final class Sum {
        private final Map<String, Double> conversionsBy = new TreeMap<>();
        private final Map<String, Double> revenueBy = new TreeMap<>();
        private long conversions;
        private Money revenue = Money.ZERO;

        void add(Sale sale) {
            conversions++;
            revenue = revenue.plus(sale.revenue());
        }

        void credit(String key, double share, Sale sale) {
            if (share > 0) {
                conversionsBy.merge(key, share, Double::sum);
                revenueBy.merge(key, share * sale.revenue().doubleValue(), Double::sum);
            }
        }

        AttributionReport report() {
            Map<String, BigDecimal> counts = ExactShares.of(conversionsBy, BigDecimal.valueOf(conversions), SHARES);
            Map<String, BigDecimal> euros = ExactShares.of(revenueBy, revenue.amount(), 2);
            List<Credit> credits = counts.entrySet().stream()
                    .map(count -> new Credit(count.getKey(), plain(count.getValue()), new Money(euros.get(count.getKey()))))
                    .sorted(Comparator.comparing(Credit::revenue).reversed().thenComparing(Credit::key))
                    .toList();
            return new AttributionReport(new Total(conversions, revenue), credits);
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.setScale(Math.max(0, stripped.scale()));
        }
    }
}
