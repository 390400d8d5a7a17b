package io.crosswise.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the operator knows of one customer, without name and address (see {@link PersonalData}). Null means unknown and is
 * never filled with a guess; an unknown value excludes nothing.
 *
 * @param source where the profile came from, for example {@code demo} or {@code ibm-telco-v11}
 * @param person for consumers, else null
 * @param company for companies, else null
 * @param promotion the promotion running now or last, null when none is known
 * @param consents known answers only; a channel that is missing is unknown
 * @param segment as last assigned by {@code segmentation.dmn}, null before
 * @param sociostyle as last assigned by {@code sociostyle.dmn}, null before
 * @param derived features the last feature run computed from many rows, such as months of usage or the company graph, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerProfile(
        CustomerId id,
        Market market,
        CustomerStatus status,
        String source,
        LocalDate customerSince,
        Person person,
        Company company,
        List<Holding> holdings,
        Promotion promotion,
        Usage usage,
        Billing billing,
        Network network,
        Engagement engagement,
        Map<ChannelCode, Boolean> consents,
        Contactability contactability,
        Segment segment,
        String sociostyle,
        Map<String, Double> derived)
        implements Serializable {

    /** Missing lists and answers become empty ones; answers keep the order of the channels, derived features that of their names. */
    public CustomerProfile {
        holdings = holdings == null ? List.of() : List.copyOf(holdings);
        EnumMap<ChannelCode, Boolean> known = new EnumMap<>(ChannelCode.class);
        if (consents != null) {
            known.putAll(consents);
        }
        consents = Collections.unmodifiableMap(known);
        derived = derived == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(derived));
    }

    public enum CustomerStatus {
        ACTIVE,
        /** Has left; gets no offers. */
        FORMER
    }

    public enum Gender {
        FEMALE,
        MALE,
        OTHER
    }

    public enum DigitalExpertise {
        NOVICE,
        EXPERIENCED
    }

    /** @param language ISO 639-1, for example {@code fr} */
    public record Person(
            Integer age, Gender gender, Integer householdSize, String language, DigitalExpertise expertise, Boolean vulnerable)
            implements Serializable {}

    /**
     * @param employeeGrowth share of employees gained over the last 12 months, 0.10 is ten per cent
     * @param openPositions positions the company recruits for now
     * @param subsidiaries companies whose parent this one is
     */
    public record Company(
            String sector,
            Integer employees,
            Double employeeGrowth,
            Integer openPositions,
            List<Site> sites,
            CustomerId parent,
            List<CustomerId> subsidiaries,
            Integer decisionMakers)
            implements Serializable {}

    /** @param connected whether one of our services reaches the site already */
    public record Site(String id, String city, Integer employees, LocalDate openedOn, Boolean fibreCoverage, Boolean connected)
            implements Serializable {}

    /**
     * A service held.
     *
     * @param tier level within the category, 1 the smallest; null unknown
     * @param monthlyPrice euros per month as billed without promotion; null unknown
     * @param monthlyMargin euros per month; null unknown
     * @param commitmentEnd last day of the contract's lock-in; null when there is none or it is unknown
     */
    public record Holding(
            String service,
            ServiceCategory category,
            Integer tier,
            Money monthlyPrice,
            Money monthlyMargin,
            LocalDate since,
            LocalDate commitmentEnd)
            implements Serializable {}

    /** @param priceDuring euros per month until {@code end}, inclusive; {@code priceAfter} from the day after */
    public record Promotion(String code, String service, Money priceDuring, Money priceAfter, LocalDate end)
            implements Serializable {}

    /**
     * What twelve months of usage come to.
     *
     * @param dataTrend slope of monthly data over the last 6 months as a share of its mean, 0.05 is five per cent a month
     * @param dataSaturation mean share of the data allowance used over the last 3 months, 1 is all of it
     * @param stability 1 − coefficient of variation of the monthly bill, cut to [0,1]; 1 is perfectly stable
     */
    public record Usage(
            Double dataGbPerMonth,
            Double voiceMinutesPerMonth,
            Double tvHoursPerMonth,
            Double dataTrend,
            Double dataSaturation,
            Double stability)
            implements Serializable {}

    /**
     * @param arpu mean billed euros per month
     * @param arpuPercentile share of the other customers of the same market with a lower ARPU, [0,1]
     * @param arrears euros overdue
     */
    public record Billing(Money arpu, Double arpuPercentile, Money arrears, Integer daysInArrears) implements Serializable {}

    /** Null is unknown. */
    public record Network(Boolean fibreCoverage, Boolean mobileCoverage) implements Serializable {}

    /**
     * @param nps answer to "would you recommend us", −100 to 100 as scored per customer; null unknown
     * @param rewardTier level in the reward programme, {@code NONE} for no member; null unknown
     */
    public record Engagement(
            Integer nps, Integer interactions90d, Integer complaints90d, String rewardTier, LocalDate lastOrder)
            implements Serializable {

        Engagement orderedOn(LocalDate day) {
            LocalDate latest = lastOrder == null || lastOrder.isBefore(day) ? day : lastOrder;
            return new Engagement(nps, interactions90d, complaints90d, rewardTier, latest);
        }
    }

    /**
     * Whether there is an address at all; the address itself is personal data and not here.
     *
     * @param postalArea the first three characters of the postal code, which tell zone and public holidays; null unknown
     */
    public record Contactability(boolean email, boolean phone, String postalArea) implements Serializable {
        private static final int AREA = 3;

        public Contactability {
            postalArea = postalArea == null || postalArea.length() <= AREA ? postalArea : postalArea.substring(0, AREA);
        }

        public Contactability(boolean email, boolean phone) {
            this(email, phone, null);
        }
    }

    /** Full months since the customer came, never negative; null when unknown. */
    public Integer tenureMonths(LocalDate asOf) {
        return customerSince == null
                ? null
                : (int) Math.max(0, ChronoUnit.MONTHS.between(customerSince, asOf));
    }

    /**
     * The profile once a service was bought: it replaces a smaller tier of its category and moves the last order; a service
     * held already changes nothing.
     *
     * @param orderedOn counts as the day of the order where the holding does not say since when
     */
    public CustomerProfile withHolding(Holding bought, LocalDate orderedOn) {
        if (holdings.stream().anyMatch(held -> held.service().equals(bought.service()))) {
            return this;
        }
        List<Holding> after = new ArrayList<>(holdings);
        after.removeIf(held -> held.category() == bought.category()
                && held.tier() != null
                && bought.tier() != null
                && held.tier() < bought.tier());
        after.add(bought);
        LocalDate day = bought.since() == null ? orderedOn : bought.since();
        Engagement before = engagement == null ? new Engagement(null, null, null, null, null) : engagement;
        return new CustomerProfile(
                id, market, status, source, customerSince, person, company, after, promotion, usage, billing, network,
                before.orderedOn(day), consents, contactability, segment, sociostyle, derived);
    }

    public Set<ServiceCategory> heldCategories() {
        Set<ServiceCategory> held = EnumSet.noneOf(ServiceCategory.class);
        holdings.forEach(holding -> held.add(holding.category()));
        return held;
    }
}
