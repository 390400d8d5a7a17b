package io.crosswise.catalog;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A small valid catalogue document that tests spoil one entry at a time. */
public final class CatalogueDocuments {
    public static final String VALID = """
        services:
          - {code: MOBILE_20, name: Mobile 20 GB, category: MOBILE, tier: 1}
          - {code: FIBRE_500, name: Fibre 500, category: HBB, tier: 2}
          - {code: IOT_START, name: Connected things, category: IOT_M2M, tier: 1}
        offers:
          - {code: O-MOBILE, name: Mobile, market: B2C, service: MOBILE_20, monthlyPrice: 11.99, monthlyMargin: 5.40,
                 contractMonths: 0, trialDays: 0, maxDiscount: 3.00}
          - {code: O-FIBRE, name: Fibre, market: B2C, service: FIBRE_500, monthlyPrice: 35.99, monthlyMargin: 14.40,
                 contractMonths: 12, trialDays: 0, needsFibre: true, maxDiscount: 8}
          - {code: O-IOT, name: Things, market: EBU, service: IOT_START, monthlyPrice: 90, monthlyMargin: 40,
                 contractMonths: 12, trialDays: 60, minEmployees: 5, maxDiscount: 18}
        bundles:
          - {code: B-HOME, name: Home, market: B2C, offers: [O-MOBILE, O-FIBRE], monthlyDiscount: 4.00}
        """;

    private CatalogueDocuments() {}

    public static InputStream document(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
