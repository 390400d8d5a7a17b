package io.crosswise.testing;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogue.Service;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.List;

/** An offer valid by default: fibre broadband for consumers at 40 euros a month with 16 of margin. */
public final class OfferBuilder {
    private String code = "FIBRE_500";
    private Market market = Market.B2C;
    private ServiceCategory category = ServiceCategory.HBB;
    private int tier = 1;
    private Money price = Money.euros("40");
    private Money margin = Money.euros("16");
    private int contractMonths = 12;
    private int trialDays = 0;
    private Money maxDiscount = Money.euros("5");
    private boolean needsFibre;
    private Integer minEmployees;
    private Integer maxEmployees;

    private OfferBuilder() {}

    public static OfferBuilder anOffer() {
        return new OfferBuilder();
    }

    public static OfferBuilder anOffer(String code, ServiceCategory category, int tier) {
        OfferBuilder builder = new OfferBuilder();
        builder.code = code;
        builder.category = category;
        builder.tier = tier;
        return builder;
    }

    /** Everything given, under one version; each offer's service has the offer's code. */
    public static Catalogue aCatalogue(List<Offer> offers, Bundle... bundles) {
        List<Service> services = offers.stream()
                .map(offer -> new Service(offer.service(), offer.name(), offer.category(), offer.tier()))
                .toList();
        return new Catalogue("test", services, offers, List.of(bundles));
    }

    public OfferBuilder forCompanies(Integer min, Integer max) {
        market = Market.EBU;
        minEmployees = min;
        maxEmployees = max;
        return this;
    }

    public OfferBuilder costing(String monthlyPrice, String monthlyMargin) {
        price = Money.euros(monthlyPrice);
        margin = Money.euros(monthlyMargin);
        return this;
    }

    public OfferBuilder lasting(int months) {
        contractMonths = months;
        return this;
    }

    public OfferBuilder triedFor(int days) {
        trialDays = days;
        return this;
    }

    public OfferBuilder grantingUpTo(String monthly) {
        maxDiscount = Money.euros(monthly);
        return this;
    }

    public OfferBuilder needingFibre() {
        needsFibre = true;
        return this;
    }

    public Offer build() {
        return new Offer(
                code, "Offer " + code, market, code, category, tier, price, margin, contractMonths, trialDays, needsFibre,
                minEmployees, maxEmployees, maxDiscount);
    }
}
