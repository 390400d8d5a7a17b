package io.crosswise.trigger;

import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** First step of {@code promotion-end}: how much dearer the customer's bill gets when the promotion is over. */
public class ReadPromotion {
    /**
     * What the event says wins over what the profile knows; nothing known is a price gap of zero.
     *
     * @return {@code priceGap} in euros per month, never negative
     */
    public TriggerFacts read(AcceptedTrigger trigger) {
        Map<String, Object> data = trigger.event().data();
        Promotion known = trigger.profile().promotion();
        Money during = money(data.get("priceDuring"), known == null ? null : known.priceDuring());
        Money after = money(data.get("priceAfter"), known == null ? null : known.priceAfter());
        LocalDate end = data.get("promotionEnd") instanceof String text
                ? LocalDate.parse(text)
                : known == null ? null : known.end();
        Money gap = during == null || after == null || after.compareTo(during) < 0 ? Money.ZERO : after.minus(during);
        return new TriggerFacts(trigger.event().type(), gap, end, null, null, null, null);
    }

    private static Money money(Object given, Money known) {
        return given instanceof Number number ? new Money(new BigDecimal(number.toString())) : known;
    }
}
