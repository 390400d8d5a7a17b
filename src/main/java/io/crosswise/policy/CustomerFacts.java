package io.crosswise.policy;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.scoring.Likeness;
import io.crosswise.scoring.Outlook;
import io.crosswise.scoring.UpliftClass;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Possible;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The customer as decision tables read it, in the variable {@code customer}: one plain number, text or boolean per public
 * method ({@code customer.tenureMonths}). Null means unknown, or none where it says so; it matches no comparison, so that
 * what is not known excludes nothing.
 */
public final class CustomerFacts implements Serializable {
    private final CustomerProfile profile;
    private final CustomerScores scores;
    private final Segment segment;
    private final Sociostyle sociostyle;
    private final LocalDate asOf;

    private CustomerFacts(
            CustomerProfile profile, CustomerScores scores, Segment segment, Sociostyle sociostyle, LocalDate asOf) {
        this.profile = profile;
        this.scores = scores;
        this.segment = segment;
        this.sociostyle = sociostyle;
        this.asOf = asOf;
    }

    /**
     * @param scores null before scoring
     * @param segment null before segmentation
     * @param sociostyle null before segmentation or when unknown
     */
    public static CustomerFacts of(
            CustomerProfile profile, CustomerScores scores, Segment segment, Sociostyle sociostyle, LocalDate asOf) {
        return new CustomerFacts(profile, scores, segment, sociostyle, asOf);
    }

    /** {@code B2C} or {@code EBU}. */
    @Possible(of = Market.class, always = true)
    public String market() {
        return profile.market().name();
    }

    /** {@code ACTIVE} or {@code FORMER}; null unknown. */
    @Possible(of = CustomerStatus.class)
    public String status() {
        return read(profile.status(), CustomerStatus::name);
    }

    /** The day of the decision in UTC. */
    public LocalDate today() {
        return asOf;
    }

    /** As assigned earlier in the same decision. */
    @Possible(of = Segment.class)
    public String segment() {
        return read(segment, Segment::name);
    }

    public String sociostyle() {
        return read(sociostyle, Sociostyle::code);
    }

    /** Full months since the customer came. */
    @Possible(min = 0)
    public Integer tenureMonths() {
        return profile.tenureMonths(asOf);
    }

    @Possible(min = 0)
    public Integer age() {
        return read(profile.person(), Person::age);
    }

    @Possible(min = 0)
    public Integer householdSize() {
        return read(profile.person(), Person::householdSize);
    }

    public String language() {
        return read(profile.person(), Person::language);
    }

    /** {@code NOVICE} or {@code EXPERIENCED}. */
    @Possible(of = DigitalExpertise.class)
    public String expertise() {
        return read(read(profile.person(), Person::expertise), Enum::name);
    }

    public Boolean vulnerable() {
        return read(profile.person(), Person::vulnerable);
    }

    public String sector() {
        return read(profile.company(), Company::sector);
    }

    @Possible(min = 0)
    public Integer employees() {
        return read(profile.company(), Company::employees);
    }

    /** Share of employees gained over the last 12 months, 0.10 is ten per cent. */
    public Double employeeGrowth() {
        return read(profile.company(), Company::employeeGrowth);
    }

    @Possible(min = 0)
    public Integer openPositions() {
        return read(profile.company(), Company::openPositions);
    }

    @Possible(min = 0)
    public Integer sites() {
        return read(read(profile.company(), Company::sites), List::size);
    }

    /** Companies whose parent this one is. */
    @Possible(min = 0)
    public Integer subsidiaries() {
        return read(read(profile.company(), Company::subsidiaries), List::size);
    }

    @Possible(min = 0)
    public Integer decisionMakers() {
        return read(profile.company(), Company::decisionMakers);
    }

    @Possible(min = -100, max = 100)
    public Integer nps() {
        return read(profile.engagement(), Engagement::nps);
    }

    @Possible(min = 0)
    public Integer interactions90d() {
        return read(profile.engagement(), Engagement::interactions90d);
    }

    @Possible(min = 0)
    public Integer complaints90d() {
        return read(profile.engagement(), Engagement::complaints90d);
    }

    /** Full months; null when unknown or never. */
    @Possible(min = 0)
    public Integer monthsSinceLastOrder() {
        return read(read(profile.engagement(), Engagement::lastOrder), day -> Math.max(0, months(day, asOf)));
    }

    /** 1 is a perfectly stable monthly bill. */
    public Double stability() {
        return read(profile.usage(), Usage::stability);
    }

    @Possible(min = 0)
    public Double dataGbPerMonth() {
        return read(profile.usage(), Usage::dataGbPerMonth);
    }

    /** Growth of monthly data, 0.05 is five per cent a month. */
    public Double dataTrend() {
        return read(profile.usage(), Usage::dataTrend);
    }

    /** Share of the data allowance used, 1 is all of it. */
    @Possible(min = 0)
    public Double dataSaturation() {
        return read(profile.usage(), Usage::dataSaturation);
    }

    /** Mean billed euros per month. */
    public Double arpu() {
        return read(read(profile.billing(), Billing::arpu), Money::doubleValue);
    }

    /** Share of customers of the same market with a lower ARPU, [0,1]. */
    @Possible(min = 0, max = 1)
    public Double arpuPercentile() {
        return read(profile.billing(), Billing::arpuPercentile);
    }

    /** Euros overdue. */
    public Double arrears() {
        return read(read(profile.billing(), Billing::arrears), Money::doubleValue);
    }

    @Possible(min = 0)
    public Integer daysInArrears() {
        return read(profile.billing(), Billing::daysInArrears);
    }

    public Boolean fibreCoverage() {
        return read(profile.network(), Network::fibreCoverage);
    }

    public Boolean mobileCoverage() {
        return read(profile.network(), Network::mobileCoverage);
    }

    public boolean holdsMobile() {
        return holds(ServiceCategory.MOBILE);
    }

    public boolean holdsHbb() {
        return holds(ServiceCategory.HBB);
    }

    public boolean holdsTv() {
        return holds(ServiceCategory.TV);
    }

    public boolean holdsAdditionalLine() {
        return holds(ServiceCategory.ADDITIONAL_LINE);
    }

    public boolean holdsIot() {
        return holds(ServiceCategory.IOT_M2M);
    }

    public boolean holdsCloud() {
        return holds(ServiceCategory.CLOUD);
    }

    public boolean holdsSecurity() {
        return holds(ServiceCategory.SECURITY);
    }

    /** How many of the seven categories are held. */
    @Possible(min = 0, max = 7)
    public int heldCategories() {
        return profile.heldCategories().size();
    }

    /** {@code MOBILE_ONLY}, {@code FIXED_ONLY}, {@code PARTIAL}, {@code COMPLETE} (mobile, broadband and TV), {@code EBU} or {@code NONE}. */
    @Possible(values = {"MOBILE_ONLY", "FIXED_ONLY", "PARTIAL", "COMPLETE", "EBU", "NONE"}, always = true)
    public String portfolio() {
        boolean mobile = holdsMobile() || holdsAdditionalLine();
        if (profile.market() == Market.EBU) {
            return "EBU";
        } else if (profile.holdings().isEmpty()) {
            return "NONE";
        } else if (holdsMobile() && holdsHbb() && holdsTv()) {
            return "COMPLETE";
        } else if (mobile) {
            return holdsHbb() || holdsTv() ? "PARTIAL" : "MOBILE_ONLY";
        }
        return "FIXED_ONLY";
    }

    /** Full months until the last lock-in ends; null when none runs. */
    @Possible(min = 0)
    public Integer monthsToCommitmentEnd() {
        return lockIn(profile.holdings().stream());
    }

    /** Full months until the lock-in of the mobile plan ends; null when none runs. */
    @Possible(min = 0)
    public Integer mobileLockInMonths() {
        return lockIn(ServiceCategory.MOBILE);
    }

    /** Full months until the lock-in of the broadband ends; null when none runs. */
    @Possible(min = 0)
    public Integer hbbLockInMonths() {
        return lockIn(ServiceCategory.HBB);
    }

    /** Full months until the lock-in of the television ends; null when none runs. */
    @Possible(min = 0)
    public Integer tvLockInMonths() {
        return lockIn(ServiceCategory.TV);
    }

    public Boolean consentEmail() {
        return consent(ChannelCode.EMAIL);
    }

    public Boolean consentSms() {
        return consent(ChannelCode.SMS);
    }

    public Boolean consentCall() {
        return consent(ChannelCode.CALL_CENTRE);
    }

    public Boolean consentAccountManager() {
        return consent(ChannelCode.ACCOUNT_MANAGER);
    }

    public Boolean consentSelfCare() {
        return consent(ChannelCode.SELF_CARE);
    }

    /** False also when nothing is known: without an address nobody can be reached. */
    public boolean hasEmail() {
        return profile.contactability() != null && profile.contactability().email();
    }

    /** False also when nothing is known: without a number nobody can be reached. */
    public boolean hasPhone() {
        return profile.contactability() != null && profile.contactability().phone();
    }

    /** P(leaves within 3 months); null when no model said, as for every score below. */
    @Possible(min = 0, max = 1)
    public Double churn3() {
        return value(Outlook::churn3);
    }

    /** P(leaves within 12 months). */
    @Possible(min = 0, max = 1)
    public Double churn() {
        return value(Outlook::churn12);
    }

    /** P(drops the services of a held category within 12 months), the largest over the categories held. */
    @Possible(min = 0, max = 1)
    public Double serviceDrop() {
        return read(scores, it -> it.outlook().serviceDrops().values().stream().max(Probability::compareTo).map(Probability::value).orElse(null));
    }

    /** Margin the customer is expected to bring as long as they stay, euros. */
    public Double lifetimeValue() {
        return read(read(read(scores, CustomerScores::outlook), Outlook::lifetimeValue), Money::doubleValue);
    }

    /** P(in arrears within 6 months). */
    @Possible(min = 0, max = 1)
    public Double paymentRisk() {
        return value(Outlook::paymentRisk);
    }

    /** P(brings a new customer within 12 months). */
    @Possible(min = 0, max = 1)
    public Double referral() {
        return value(Outlook::referral);
    }

    /** P(a company adds a service within 12 months). */
    @Possible(min = 0, max = 1)
    public Double expansion() {
        return value(Outlook::expansion);
    }

    /** Number of the cluster of customers with a like portfolio and use. */
    public Integer cluster() {
        return read(read(scores, CustomerScores::likeness), Likeness::cluster);
    }

    /** Closeness to the customers who hold most services, ]0,1]. */
    public Double multiServiceSimilarity() {
        return read(read(scores, CustomerScores::likeness), Likeness::multiService);
    }

    /** The largest uplift over the scored categories, [−1,1]. */
    @Possible(min = -1, max = 1)
    public Double bestUplift() {
        return read(best(), Propensity::uplift);
    }

    /** {@code PERSUADABLE}, {@code SURE_THING}, {@code LOST_CAUSE} or {@code SLEEPING_DOG}, for the category with the largest uplift. */
    @Possible(of = UpliftClass.class)
    public String upliftClass() {
        return read(read(best(), Propensity::upliftClass), Enum::name);
    }

    private Propensity best() {
        return read(scores, it -> it.propensities().values().stream()
                .max(Comparator.comparingDouble(Propensity::uplift))
                .orElse(null));
    }

    private Double value(Function<Outlook, Probability> score) {
        return read(read(read(scores, CustomerScores::outlook), score), Probability::value);
    }

    /** Names of what tables ask about such a customer and nobody knows. */
    public List<String> unknowns() {
        List<String> unknown = new ArrayList<>();
        note(unknown, "tenureMonths", tenureMonths());
        note(unknown, "nps", nps());
        note(unknown, "stability", stability());
        note(unknown, "arpuPercentile", arpuPercentile());
        note(unknown, "arrears", arrears());
        note(unknown, "complaints90d", complaints90d());
        note(unknown, "fibreCoverage", fibreCoverage());
        if (profile.market() == Market.EBU) {
            note(unknown, "employees", employees());
            note(unknown, "employeeGrowth", employeeGrowth());
        } else {
            note(unknown, "age", age());
            note(unknown, "expertise", expertise());
            note(unknown, "vulnerable", vulnerable());
            note(unknown, "mobileCoverage", mobileCoverage());
            note(unknown, "consentEmail", consentEmail());
            note(unknown, "consentSms", consentSms());
            note(unknown, "consentCall", consentCall());
        }
        return List.copyOf(unknown);
    }

    private static void note(List<String> unknown, String name, Object value) {
        if (value == null) {
            unknown.add(name);
        }
    }

    private boolean holds(ServiceCategory category) {
        return profile.heldCategories().contains(category);
    }

    private Integer lockIn(ServiceCategory category) {
        return lockIn(profile.holdings().stream().filter(holding -> holding.category() == category));
    }

    private Integer lockIn(Stream<Holding> holdings) {
        return holdings.map(Holding::commitmentEnd)
                .filter(Objects::nonNull)
                .filter(end -> end.isAfter(asOf))
                .max(LocalDate::compareTo)
                .map(end -> months(asOf, end))
                .orElse(null);
    }

    private Boolean consent(ChannelCode channel) {
        return profile.consents() == null ? null : profile.consents().get(channel);
    }

    private static int months(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.MONTHS.between(from, to);
    }

    private static <T, R> R read(T value, Function<T, R> read) {
        return value == null ? null : read.apply(value);
    }
}
