package io.crosswise.scoring;

import io.crosswise.shared.Money;
import java.io.Serializable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customer lifetime value is reckoned, prefix {@code crosswise.scoring.lifetime-value}.
 *
 * @param discountRate per year, 0.08 is eight per cent
 * @param months ahead that are counted, 1 to 240
 */
@ConfigurationProperties("crosswise.scoring.lifetime-value")
public record LifetimeValueSettings(@DefaultValue("0.08") double discountRate, @DefaultValue("60") int months)
        implements Serializable {
    /** @throws IllegalArgumentException when a value is outside its range */
    public LifetimeValueSettings {
        if (!(discountRate >= 0 && discountRate <= 1)) {
            throw new IllegalArgumentException("crosswise.scoring.lifetime-value.discount-rate is in [0,1], not " + discountRate);
        }
        if (months < 1 || months > 240) {
            throw new IllegalArgumentException("crosswise.scoring.lifetime-value.months is 1 to 240, not " + months);
        }
    }

    /**
     * CLV = Σ margin × S(t) / (1 + d)^(t/12), t = 1…months (Gupta and Lehmann 2003, "Customers as Assets", with survival by
     * month), in euros.
     *
     * @param monthlyMargin euros per month, taken as constant
     */
    Money of(double monthlyMargin, Survival survival) {
        double discountPerMonth = Math.pow(1 + discountRate, -1 / 12.0);
        double discount = 1;
        double value = 0;
        for (int month = 1; month <= months; month++) {
            discount *= discountPerMonth;
            value += monthlyMargin * survival.after(month) * discount;
        }
        return Money.euros(value);
    }
}
