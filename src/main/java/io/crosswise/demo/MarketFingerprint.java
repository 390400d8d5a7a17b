package io.crosswise.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Adds up what the market consists of, free of calendar days, to one SHA-256. */
final class MarketFingerprint {
    private final MessageDigest digest;

    MarketFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    MarketFingerprint add(List<SimulatedCustomer> customers) {
        customers.forEach(this::add);
        return this;
    }

    MarketFingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(SimulatedCustomer customer) {
        add(customer.id().value())
                .add(traits(customer.traits()))
                .add(customer.promotions().toString());
        customer.spells()
                .forEach(spell ->
                        add(spell.offer().code() + spell.price() + spell.since() + spell.until() + spell.renews()));
        add(customer.life());
        customer.use().months().forEach(month -> add(use(month)));
        customer.contacts()
                .values()
                .forEach(wave -> wave.forEach(contact -> add(contact.campaign().code()
                        + contact.offer().code()
                        + contact.channel()
                        + contact.hour()
                        + contact.treated()
                        + contact.bought())));
    }

    /** Numbers by their bits: how a double is written differs between Java releases. */
    private static String traits(Traits traits) {
        return "%s|%s|%s|%s|%s|%s|%x|%x|%x"
                .formatted(
                        traits.person(),
                        company(traits.company()),
                        traits.since(),
                        traits.network(),
                        traits.consents(),
                        traits.hasEmail() + "" + traits.hasPhone(),
                        Double.doubleToLongBits(traits.happiness()),
                        Double.doubleToLongBits(traits.dataGb()),
                        Double.doubleToLongBits(traits.volatility()));
    }

    private static String use(UseHistory.MonthOfUse month) {
        return cents(month.dataGb()) + "|" + cents(month.voiceMinutes()) + "|" + cents(month.tvHours()) + "|"
                + month.billed();
    }

    private static Long cents(Double value) {
        return value == null ? null : Math.round(100 * value);
    }

    private static String company(CompanyTraits company) {
        if (company == null) {
            return "";
        }
        List<String> sites = company.sites().stream()
                .map(site -> site.city() + site.opened() + site.fibre() + site.connected())
                .toList();
        return company.sector() + company.employees() + "|" + Math.round(100 * company.growth()) + "|"
                + company.openPositions() + sites + company.parent() + company.subsidiaries()
                + company.decisionMakers();
    }
}
