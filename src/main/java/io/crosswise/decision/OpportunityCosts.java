package io.crosswise.decision;

import io.crosswise.shared.Money;
import java.util.List;

/**
 * What decisions of a period gave up.
 *
 * @param total over decisions that gave something up, each counted once
 * @param costs by euros, most first
 */
public record OpportunityCosts(Total total, List<Cost> costs) {
    /** @param decisions that gave something up @param euros of net value over the horizon */
    public record Total(long decisions, Money euros) {}

    /**
     * @param key what the costs are grouped by: row or rule, code of the offer given up, or segment
     * @param kind of a row or lever, else null
     * @param stage of a row or lever, else null
     * @param reason stable code of a row or lever, else null
     */
    public record Cost(String key, Influence kind, String stage, String reason, long decisions, Money euros) {}
}
