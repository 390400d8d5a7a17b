package io.crosswise.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.Money;
import io.crosswise.shared.Possible;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What the first step of a trigger's process found out about what happened; tables read it as {@code trigger}.
 *
 * @param type trigger type = message name = process id, for example {@code promotion-end}
 * @param priceGap euros per month the bill grows by when the promotion ends; zero when no promotion is known; null for other triggers
 * @param promotionEnd last day of the promotion, null unknown
 * @param siteId the new site, null unknown
 * @param siteEmployees people at the new site, null unknown
 * @param sites sites the company has, null unknown
 * @param groupSize companies in the group: parent, its subsidiaries and the company itself; null unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TriggerFacts(
        @Possible(always = true) String type,
        Money priceGap,
        LocalDate promotionEnd,
        String siteId,
        Integer siteEmployees,
        Integer sites,
        Integer groupSize)
        implements Serializable {

    public static TriggerFacts of(String type) {
        return new TriggerFacts(type, null, null, null, null, null, null);
    }

    /** {@link #priceGap} as a plain number, so that a table can compare it; null when there is none. */
    public Double priceGapEuros() {
        return priceGap == null ? null : priceGap.doubleValue();
    }
}
