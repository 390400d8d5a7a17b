package io.crosswise.catalog;

import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One published version of everything on sale.
 *
 * @param version SHA-256 of the content, hexadecimal; decisions name it so that they can be replayed
 */
public record Catalogue(String version, List<Service> services, List<Offer> offers, List<Bundle> bundles)
        implements Serializable {

    /** @param tier level within the category, 1 the smallest */
    public record Service(String code, String name, ServiceCategory category, int tier) implements Serializable {}

    /**
     * Something a customer can say yes to.
     *
     * @param monthlyPrice euros per month before discount
     * @param monthlyMargin euros per month before discount
     * @param contractMonths lock-in, 0 is none
     * @param trialDays days to try before buying, 0 is none
     * @param needsFibre whether the address must have fibre coverage
     * @param minEmployees smallest company it suits, null is any
     * @param maxEmployees largest company it suits, null is any
     * @param maxDiscount largest discount a person may grant, euros per month
     */
    public record Offer(
            String code,
            String name,
            Market market,
            String service,
            ServiceCategory category,
            int tier,
            Money monthlyPrice,
            Money monthlyMargin,
            int contractMonths,
            int trialDays,
            boolean needsFibre,
            Integer minEmployees,
            Integer maxEmployees,
            Money maxDiscount)
            implements Serializable {}

    /**
     * Offers sold together for less.
     *
     * @param offers codes of the parts, two or more
     * @param monthlyDiscount euros per month off the sum of the parts
     */
    public record Bundle(String code, String name, Market market, List<String> offers, Money monthlyDiscount)
            implements Serializable {}

    public Optional<Offer> offer(String code) {
        return offers.stream().filter(offer -> offer.code().equals(code)).findFirst();
    }

    public Optional<Bundle> bundle(String code) {
        return bundles.stream().filter(bundle -> bundle.code().equals(code)).findFirst();
    }
}
