package io.crosswise.demo;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A past campaign: one category offered to whoever could take it, except for a random tenth. @param month before the anchor */
record Campaign(String code, Market market, ServiceCategory category, int month) {
    static final int HISTORY_MONTHS = 24;
    private static final int CONTROL_TENTH = 10;
    private static final Set<ServiceCategory> PAUSING =
            Set.of(ServiceCategory.ADDITIONAL_LINE, ServiceCategory.CLOUD, ServiceCategory.SECURITY);

    /** Consumers every three months, companies every two; add-ons for both markets pause every fourth time. */
    static List<Campaign> calendar() {
        List<Campaign> calendar = new ArrayList<>();
        for (Market market : Market.values()) {
            int step = market == Market.B2C ? 3 : 2;
            for (int month = HISTORY_MONTHS, wave = 0; month >= step; month -= step, wave++) {
                for (ServiceCategory category : ServiceCategory.values()) {
                    if (!pauses(market, category, wave)) {
                        String code = "%s-%s-%02d"
                                .formatted(market, category.slug().toUpperCase(java.util.Locale.ROOT), wave + 1);
                        calendar.add(new Campaign(code, market, category, month));
                    }
                }
            }
        }
        return List.copyOf(calendar);
    }

    /** The same customer is always in the same arm of a campaign; arms of different campaigns are independent. */
    boolean treats(CustomerId customer) {
        return StableHash.bucket("campaign-control-" + code, customer.value(), CONTROL_TENTH) != 0;
    }

    private static boolean pauses(Market market, ServiceCategory category, int wave) {
        ServiceCategory foreign = market == Market.B2C ? ServiceCategory.IOT_M2M : ServiceCategory.TV;
        return category == foreign || (PAUSING.contains(category) && (wave + category.ordinal()) % 4 == 3);
    }
}
