package io.crosswise.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in euros with two decimals, rounded half up; may be negative. */
public record Money(@JsonValue BigDecimal amount) implements Serializable, Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    @JsonCreator
    public Money {
        amount = amount.setScale(2, RoundingMode.HALF_UP);
    }

    public static Money euros(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** @throws NumberFormatException when the amount is NaN or infinite */
    public static Money euros(double amount) {
        return new Money(BigDecimal.valueOf(amount));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    /** The amount times a factor, rounded to the cent. */
    public Money times(double factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public double doubleValue() {
        return amount.doubleValue();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount + " EUR";
    }
}
