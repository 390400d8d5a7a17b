package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Gender;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The numbers models read of a customer: computed here only, at a decision as in training. What is unknown has no entry, so
 * that a model's missing-value rule applies; yes is 1 and no is 0.
 */
public final class CustomerFeatures {
    /** Sectors with an indicator of their own; any other is {@code sector_other}. */
    public static final List<String> SECTORS = List.of(
            "agriculture",
            "construction",
            "education",
            "energy",
            "finance",
            "healthcare",
            "hospitality",
            "logistics",
            "manufacturing",
            "professional_services",
            "public_sector",
            "retail",
            "technology");

    private static final double DAYS_PER_MONTH = 365.25 / 12;
    private static final ServiceCategory[] CATEGORIES = ServiceCategory.values();
    private static final String[] HOLDS = prefixed("holds_");
    private static final String[] TIER = prefixed("tier_");
    /** Computed by the feature run and kept in the profile. */
    private static final List<String> DERIVED = Stream.concat(
                    Stream.of("bill_trend", "data_seasonality"), CompanyGraph.FEATURES.stream())
            .toList();

    private static final List<String> NAMES = allNames();

    private final Map<String, Double> values = new LinkedHashMap<>(128);

    private CustomerFeatures() {}

    /** Every feature there is, in the order {@link #of} gives them. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Known features in the order of {@link #names}. Durations are months of 30.4 days (tenure in full months), amounts euros a
     * month, shares in [0,1]; {@code months_to_…} is negative once the date has passed.
     */
    public static Map<String, Double> of(CustomerProfile profile, LocalDate asOf) {
        CustomerFeatures features = new CustomerFeatures();
        features.put("market_ebu", profile.market() == Market.EBU);
        features.put("tenure_months", profile.tenureMonths(asOf));
        features.person(profile.person());
        features.engagement(profile.engagement(), asOf);
        features.billing(profile.billing());
        features.network(profile.network());
        features.usage(profile.usage());
        features.promotion(profile.promotion(), asOf);
        features.holdings(profile.holdings(), asOf);
        features.company(profile.company());
        for (String name : DERIVED) {
            features.put(name, profile.derived().get(name));
        }
        CompositeFeatures composites = new CompositeFeatures(profile, asOf);
        for (String name : CompositeFeatures.NAMES) {
            features.put(name, composites.value(name));
        }
        return features.values;
    }

    /** {@code service_<CODE>} with 1 for every service held: what affinity models read, apart from the ordinary features. */
    public static Map<String, Double> services(CustomerProfile profile) {
        Map<String, Double> services = new TreeMap<>();
        profile.holdings().forEach(held -> services.put("service_" + held.service(), 1.0));
        return services;
    }

    private void person(Person person) {
        if (person != null) {
            put("age", person.age());
            put("gender_female", person.gender() == null ? null : person.gender() == Gender.FEMALE);
            put("household_size", person.householdSize());
            put("digital_experienced", person.expertise() == null ? null : person.expertise() == DigitalExpertise.EXPERIENCED);
        }
    }

    private void engagement(Engagement engagement, LocalDate asOf) {
        if (engagement != null) {
            put("nps", engagement.nps());
            put("interactions_90d", engagement.interactions90d());
            put("complaints_90d", engagement.complaints90d());
            put("reward_member", engagement.rewardTier() == null ? null : !"NONE".equals(engagement.rewardTier()));
            if (engagement.lastOrder() != null) {
                put("months_since_last_order", -monthsUntil(engagement.lastOrder(), asOf));
            }
        }
    }

    private void billing(Billing billing) {
        if (billing != null) {
            put("arpu", billing.arpu());
            put("arpu_percentile", billing.arpuPercentile());
            put("arrears", billing.arrears());
            put("days_in_arrears", billing.daysInArrears());
        }
    }

    private void network(Network network) {
        if (network != null) {
            put("fibre_coverage", network.fibreCoverage());
            put("mobile_coverage", network.mobileCoverage());
        }
    }

    private void usage(Usage usage) {
        if (usage != null) {
            put("data_gb", usage.dataGbPerMonth());
            put("voice_minutes", usage.voiceMinutesPerMonth());
            put("tv_hours", usage.tvHoursPerMonth());
            put("data_trend", usage.dataTrend());
            put("data_saturation", usage.dataSaturation());
            put("usage_stability", usage.stability());
        }
    }

    private void promotion(Promotion promotion, LocalDate asOf) {
        if (promotion != null) {
            if (promotion.end() != null) {
                put("months_to_promotion_end", monthsUntil(promotion.end(), asOf));
            }
            if (promotion.priceAfter() != null && promotion.priceDuring() != null) {
                put("promotion_price_gap", promotion.priceAfter().minus(promotion.priceDuring()));
            }
        }
    }

    /** The months to the commitment end count to the last known lock-in: only then is the customer free. */
    private void holdings(List<Holding> holdings, LocalDate asOf) {
        LocalDate free = null;
        int[] count = new int[CATEGORIES.length];
        int[] tier = new int[CATEGORIES.length];
        for (Holding holding : holdings) {
            int category = holding.category().ordinal();
            count[category]++;
            if (holding.tier() != null) {
                tier[category] = Math.max(tier[category], holding.tier());
            }
            LocalDate end = holding.commitmentEnd();
            free = end != null && (free == null || end.isAfter(free)) ? end : free;
        }
        if (free != null) {
            put("months_to_commitment_end", monthsUntil(free, asOf));
        }
        put("held_services", holdings.size());
        for (int i = 0; i < CATEGORIES.length; i++) {
            put(HOLDS[i], count[i] > 0);
            if (count[i] == 0 || tier[i] > 0) {
                put(TIER[i], tier[i]);
            }
        }
    }

    private void company(Company company) {
        if (company != null) {
            put("employees", company.employees());
            put("employee_growth", company.employeeGrowth());
            put("open_positions", company.openPositions());
            if (company.sites() != null) {
                put("sites", company.sites().size());
                put("unconnected_sites", unconnected(company.sites()));
            }
            if (company.subsidiaries() != null) {
                put("group_size", 1 + company.subsidiaries().size() + (company.parent() == null ? 0 : 1));
            }
            put("decision_makers", company.decisionMakers());
            if (company.sector() != null) {
                sector(company.sector().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"));
            }
        }
    }

    private void sector(String sector) {
        for (String known : SECTORS) {
            put("sector_" + known, known.equals(sector));
        }
        put("sector_other", !SECTORS.contains(sector));
    }

    /** Null when it is unknown of any site and none is known to be unconnected. */
    private static Integer unconnected(List<Site> sites) {
        int count = 0;
        boolean unknown = false;
        for (Site site : sites) {
            count += Boolean.FALSE.equals(site.connected()) ? 1 : 0;
            unknown |= site.connected() == null;
        }
        return unknown && count == 0 ? null : Integer.valueOf(count);
    }

    private static double monthsUntil(LocalDate date, LocalDate asOf) {
        return ChronoUnit.DAYS.between(asOf, date) / DAYS_PER_MONTH;
    }

    private void put(String name, Boolean value) {
        if (value != null) {
            values.put(name, value ? 1.0 : 0.0);
        }
    }

    /** Negative zero, which JSON does not keep, becomes zero. */
    private void put(String name, Number value) {
        if (value != null) {
            values.put(name, value.doubleValue() + 0.0);
        }
    }

    private void put(String name, Money value) {
        if (value != null) {
            values.put(name, value.doubleValue());
        }
    }

    private static String[] prefixed(String prefix) {
        String[] names = new String[CATEGORIES.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = prefix + CATEGORIES[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }

    private static List<String> allNames() {
        List<String> names = new ArrayList<>(List.of(
                ("market_ebu tenure_months age gender_female household_size digital_experienced nps interactions_90d"
                                + " complaints_90d reward_member months_since_last_order arpu arpu_percentile arrears"
                                + " days_in_arrears fibre_coverage mobile_coverage data_gb voice_minutes tv_hours data_trend"
                                + " data_saturation usage_stability months_to_promotion_end promotion_price_gap"
                                + " months_to_commitment_end held_services")
                        .split(" ")));
        for (int i = 0; i < CATEGORIES.length; i++) {
            names.add(HOLDS[i]);
            names.add(TIER[i]);
        }
        names.addAll(List.of(
                "employees",
                "employee_growth",
                "open_positions",
                "sites",
                "unconnected_sites",
                "group_size",
                "decision_makers"));
        SECTORS.forEach(sector -> names.add("sector_" + sector));
        names.add("sector_other");
        names.addAll(DERIVED);
        names.addAll(CompositeFeatures.NAMES);
        return List.copyOf(names);
    }
}
