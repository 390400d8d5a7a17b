package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Features put together from several things known of a customer. Each is a weighted mean of its known parts, or absent where too
 * little is known; weights and scales are assumptions, chosen so that 0 and 1 are what an analyst would call none and very much.
 */
final class CompositeFeatures {
    static final List<String> NAMES = List.of(
            "loyalty_score",
            "service_gaps",
            "months_to_anniversary",
            "months_since_event",
            "months_to_next_event",
            "bundle_sensitivity",
            "promotion_sensitivity",
            "silent_churn",
            "expansion_score");

    private static final double DAYS_PER_MONTH = 365.25 / 12;
    private static final int SAME_ORDER_DAYS = 31;
    private static final Set<ServiceCategory> CONSUMER = EnumSet.complementOf(EnumSet.of(ServiceCategory.IOT_M2M));
    private static final Set<ServiceCategory> COMPANY = EnumSet.complementOf(EnumSet.of(ServiceCategory.TV));

    /** How much a trade tends to add to its telecoms in a year, 1 the most; assumption, 0.5 where the sector is not named. */
    private static final Map<String, Double> SECTOR_POTENTIAL = Map.ofEntries(
            Map.entry("agriculture", 0.3),
            Map.entry("construction", 0.5),
            Map.entry("education", 0.4),
            Map.entry("energy", 0.6),
            Map.entry("finance", 0.7),
            Map.entry("healthcare", 0.7),
            Map.entry("hospitality", 0.3),
            Map.entry("logistics", 0.7),
            Map.entry("manufacturing", 0.5),
            Map.entry("professional_services", 0.8),
            Map.entry("public_sector", 0.4),
            Map.entry("retail", 0.4),
            Map.entry("technology", 1.0));

    private final CustomerProfile profile;
    private final LocalDate asOf;

    CompositeFeatures(CustomerProfile profile, LocalDate asOf) {
        this.profile = profile;
        this.asOf = asOf;
    }

    /** Null is unknown. @param name one of {@link #NAMES} */
    Double value(String name) {
        return switch (name) {
            case "loyalty_score" -> loyalty();
            case "service_gaps" -> (double) gaps().size();
            case "months_to_anniversary" -> monthsToAnniversary();
            case "months_since_event" -> monthsSinceEvent();
            case "months_to_next_event" -> monthsToNextEvent();
            case "bundle_sensitivity" -> bundleSensitivity();
            case "promotion_sensitivity" -> promotionSensitivity();
            case "silent_churn" -> silentChurn();
            case "expansion_score" -> expansion();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * 0 to 100: 0.4 tenure (full after five years), 0.4 NPS (−100 to 100), 0.2 engagement (contacts of 90 days, full from four,
     * less half per complaint). Needs tenure and NPS.
     */
    private Double loyalty() {
        Engagement engagement = profile.engagement();
        Integer tenure = profile.tenureMonths(asOf);
        if (tenure == null || engagement == null || engagement.nps() == null) {
            return null;
        }
        Double active = engagement.interactions90d() == null
                ? null
                : share(engagement.interactions90d() / 4.0 - 0.5 * zero(engagement.complaints90d()));
        return 100
                * new WeightedMean()
                        .add(0.4, share(tenure / 60.0))
                        .add(0.4, share((engagement.nps() + 100) / 200.0))
                        .add(0.2, active)
                        .value();
    }

    /** Categories that fit and are not held: machines are no consumer's, television no company's, a second line nobody's who lives alone. */
    private Set<ServiceCategory> gaps() {
        Set<ServiceCategory> gaps = EnumSet.copyOf(profile.market() == Market.B2C ? CONSUMER : COMPANY);
        boolean alone = profile.person() != null
                && profile.person().householdSize() != null
                && profile.person().householdSize() == 1;
        if (alone) {
            gaps.remove(ServiceCategory.ADDITIONAL_LINE);
        }
        gaps.removeAll(profile.heldCategories());
        return gaps;
    }

    /** 0 on the day itself, just under 12 on the day after. */
    private Double monthsToAnniversary() {
        LocalDate since = profile.customerSince();
        return since == null || since.isAfter(asOf) ? null : monthsUntil(anniversary(since));
    }

    private LocalDate anniversary(LocalDate since) {
        LocalDate day = since.plusYears(ChronoUnit.YEARS.between(since, asOf));
        return day.isBefore(asOf) ? since.plusYears(ChronoUnit.YEARS.between(since, asOf) + 1) : day;
    }

    /** Since the latest of order, end of promotion and end of a lock-in. */
    private Double monthsSinceEvent() {
        LocalDate latest = null;
        for (LocalDate day : events()) {
            latest = !day.isAfter(asOf) && (latest == null || day.isAfter(latest)) ? day : latest;
        }
        return latest == null ? null : (Double) (-monthsUntil(latest));
    }

    /** Until the soonest of end of promotion, end of a lock-in and anniversary. */
    private Double monthsToNextEvent() {
        LocalDate since = profile.customerSince();
        LocalDate soonest = since == null || since.isAfter(asOf) ? null : anniversary(since);
        for (LocalDate day : events()) {
            soonest = !day.isBefore(asOf) && (soonest == null || day.isBefore(soonest)) ? day : soonest;
        }
        return soonest == null ? null : (Double) monthsUntil(soonest);
    }

    private List<LocalDate> events() {
        List<LocalDate> events = new ArrayList<>();
        if (profile.engagement() != null && profile.engagement().lastOrder() != null) {
            events.add(profile.engagement().lastOrder());
        }
        if (profile.promotion() != null && profile.promotion().end() != null) {
            events.add(profile.promotion().end());
        }
        for (Holding holding : profile.holdings()) {
            if (holding.commitmentEnd() != null) {
                events.add(holding.commitmentEnd());
            }
        }
        return events;
    }

    /** [0,1]: share of the services that began within a month of another one; needs two services with a known beginning. */
    private Double bundleSensitivity() {
        List<LocalDate> began = profile.holdings().stream()
                .map(Holding::since)
                .filter(Objects::nonNull)
                .toList();
        if (began.size() < 2) {
            return null;
        }
        long together = 0;
        for (int i = 0; i < began.size(); i++) {
            together += isJoined(began, i) ? 1 : 0;
        }
        return (double) together / began.size();
    }

    private static boolean isJoined(List<LocalDate> began, int one) {
        for (int other = 0; other < began.size(); other++) {
            long days = Math.abs(ChronoUnit.DAYS.between(began.get(one), began.get(other)));
            if (one != other && days <= SAME_ORDER_DAYS) {
                return true;
            }
        }
        return false;
    }

    /** [0,1]: how much of the bill hangs on a promotion, that is price after less price during, over the ARPU. */
    private Double promotionSensitivity() {
        Promotion promotion = profile.promotion();
        boolean known = promotion != null
                && promotion.priceAfter() != null
                && promotion.priceDuring() != null
                && profile.billing() != null
                && profile.billing().arpu() != null
                && profile.billing().arpu().isPositive();
        return known
                ? (Double) share(promotion.priceAfter().minus(promotion.priceDuring()).doubleValue()
                        / profile.billing().arpu().doubleValue())
                : null;
    }

    /**
     * [0,1]: still here, losing value: 0.4 data falling (full from ten per cent a month), 0.4 bill falling (full from five per cent
     * a month), 0.2 silence (no contact for 90 days and no order for a year). Needs one of the trends.
     */
    private Double silentChurn() {
        Double data = profile.usage() == null ? null : profile.usage().dataTrend();
        Double bill = profile.derived().get("bill_trend");
        if (data == null && bill == null) {
            return null;
        }
        return new WeightedMean()
                .add(0.4, data == null ? null : share(-data / 0.10))
                .add(0.4, bill == null ? null : share(-bill / 0.05))
                .add(0.2, silence())
                .value();
    }

    private Double silence() {
        Engagement engagement = profile.engagement();
        if (engagement == null || engagement.interactions90d() == null || engagement.lastOrder() == null) {
            return null;
        }
        boolean silent = engagement.interactions90d() == 0 && engagement.lastOrder().isBefore(asOf.minusYears(1));
        return silent ? 1.0 : 0.0;
    }

    /**
     * 0 to 100, companies only: 0.35 growth (full from 30 per cent a year), 0.2 hiring (full from a tenth of the staff), 0.15
     * sector, 0.15 share of sites not connected, 0.15 share of fitting categories not held. Needs growth or hiring.
     */
    private Double expansion() {
        Company company = profile.company();
        if (company == null || (company.employeeGrowth() == null && company.openPositions() == null)) {
            return null;
        }
        boolean staffKnown = company.openPositions() != null && company.employees() != null && company.employees() > 0;
        return 100
                * new WeightedMean()
                        .add(0.35, company.employeeGrowth() == null ? null : share(company.employeeGrowth() / 0.3))
                        .add(0.2, staffKnown ? share(10.0 * company.openPositions() / company.employees()) : null)
                        .add(0.15, company.sector() == null ? null : potential(company.sector()))
                        .add(0.15, unconnected(company))
                        .add(0.15, (double) gaps().size() / COMPANY.size())
                        .value();
    }

    private static Double potential(String sector) {
        return SECTOR_POTENTIAL.getOrDefault(sector.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"), 0.5);
    }

    private static Double unconnected(Company company) {
        long known = company.sites() == null
                ? 0
                : company.sites().stream().filter(site -> site.connected() != null).count();
        return known == 0
                ? null
                : (Double) ((double) company.sites().stream()
                                .filter(site -> Boolean.FALSE.equals(site.connected()))
                                .count()
                        / known);
    }

    private double monthsUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(asOf, day) / DAYS_PER_MONTH;
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static int zero(Integer value) {
        return value == null ? 0 : value;
    }

    /** Leaves unknown parts out. */
    private static final class WeightedMean {
        private double sum;
        private double weights;

        WeightedMean add(double weight, Double part) {
            if (part != null) {
                sum += weight * part;
                weights += weight;
            }
            return this;
        }

        double value() {
            return sum / weights;
        }
    }
}
