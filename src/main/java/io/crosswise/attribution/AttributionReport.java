package io.crosswise.attribution;

import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.util.List;

/** Who earned what: the credits add up to the total exactly. */
public record AttributionReport(Total total, List<Credit> credits) {

    /** @param revenue euros of the first year */
    public record Total(long conversions, Money revenue) {}

    /** @param key value of the property summed up by; {@code NONE} for sales without any touch */
    public record Credit(String key, BigDecimal conversions, Money revenue) {}
}
