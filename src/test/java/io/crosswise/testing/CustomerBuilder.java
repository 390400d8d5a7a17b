package io.crosswise.testing;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Contactability;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Gender;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A customer valid by default: of three years, mobile only, everything known, every channel welcome, nothing that excludes an offer. */
public final class CustomerBuilder {
    /** The day the tests live in. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private CustomerId id = new CustomerId("C-000042");
    private Market market = Market.B2C;
    private CustomerStatus status = CustomerStatus.ACTIVE;
    private LocalDate since = TODAY.minusMonths(36);
    private Person person = new Person(40, Gender.FEMALE, 3, "fr", DigitalExpertise.EXPERIENCED, false);
    private Company company;
    private List<Holding> holdings = new ArrayList<>(List.of(mobile()));
    private Promotion promotion;
    private Usage usage = new Usage(25.0, 200.0, null, 0.02, 0.6, 0.9);
    private Billing billing = new Billing(Money.euros("35"), 0.5, Money.ZERO, 0);
    private Network network = new Network(true, true);
    private Engagement engagement = new Engagement(30, 1, 0, "SILVER", TODAY.minusMonths(12));
    private final Map<ChannelCode, Boolean> consents = new EnumMap<>(ChannelCode.class);
    private Contactability contactability = new Contactability(true, true);

    private CustomerBuilder() {
        for (ChannelCode channel : ChannelCode.values()) {
            consents.put(channel, true);
        }
    }

    public static CustomerBuilder aCustomer() {
        return new CustomerBuilder();
    }

    /** A company of 30 people that grows, on two sites, with mobile lines. */
    public static CustomerBuilder aCompany() {
        CustomerBuilder builder = new CustomerBuilder();
        builder.id = new CustomerId("E-000007");
        builder.market = Market.EBU;
        builder.person = null;
        builder.company = new Company("RETAIL", 30, 0.1, 2, List.of(site("S1"), site("S2")), null, List.of(), 2);
        return builder;
    }

    /** A consumer of whom nothing is known but the market. */
    public static CustomerBuilder aStranger() {
        CustomerBuilder builder = new CustomerBuilder();
        builder.since = null;
        builder.person = null;
        builder.usage = null;
        builder.billing = null;
        builder.network = null;
        builder.engagement = null;
        builder.consents.clear();
        builder.contactability = new Contactability(false, false);
        return builder;
    }

    /** A service held for two years, without lock-in, at 20 euros a month with 8 of margin. */
    public static Holding holding(String service, ServiceCategory category, int tier) {
        return new Holding(
                service, category, tier, Money.euros("20"), Money.euros("8"), TODAY.minusMonths(24), TODAY.minusMonths(12));
    }

    private static Holding mobile() {
        return holding("MOBILE_S", ServiceCategory.MOBILE, 1);
    }

    public static Site site(String id) {
        return new Site(id, "Lyon", 15, TODAY.minusMonths(30), true, true);
    }

    public CustomerBuilder withId(String value) {
        id = new CustomerId(value);
        return this;
    }

    public CustomerBuilder former() {
        status = CustomerStatus.FORMER;
        return this;
    }

    public CustomerBuilder since(LocalDate day) {
        since = day;
        return this;
    }

    public CustomerBuilder with(Person changed) {
        person = changed;
        return this;
    }

    public CustomerBuilder aged(Integer age) {
        return with(new Person(
                age, person.gender(), person.householdSize(), person.language(), person.expertise(), person.vulnerable()));
    }

    public CustomerBuilder livingWith(int householdSize) {
        return with(new Person(
                person.age(), person.gender(), householdSize, person.language(), person.expertise(), person.vulnerable()));
    }

    public CustomerBuilder vulnerable() {
        return with(new Person(
                person.age(), person.gender(), person.householdSize(), person.language(), person.expertise(), true));
    }

    public CustomerBuilder with(DigitalExpertise expertise) {
        return with(new Person(
                person.age(), person.gender(), person.householdSize(), person.language(), expertise, person.vulnerable()));
    }

    public CustomerBuilder with(Company changed) {
        company = changed;
        return this;
    }

    public CustomerBuilder employing(Integer employees, Double growth) {
        return with(new Company(
                company.sector(), employees, growth, company.openPositions(), company.sites(), company.parent(),
                company.subsidiaries(), company.decisionMakers()));
    }

    /** Instead of the mobile plan held by default. */
    public CustomerBuilder owning(Holding... held) {
        holdings = List.of(held);
        return this;
    }

    public CustomerBuilder with(Promotion changed) {
        promotion = changed;
        return this;
    }

    public CustomerBuilder with(Usage changed) {
        usage = changed;
        return this;
    }

    public CustomerBuilder saturating(Double share) {
        return with(new Usage(
                usage.dataGbPerMonth(), usage.voiceMinutesPerMonth(), usage.tvHoursPerMonth(), usage.dataTrend(), share,
                usage.stability()));
    }

    public CustomerBuilder with(Billing changed) {
        billing = changed;
        return this;
    }

    public CustomerBuilder with(Network changed) {
        network = changed;
        return this;
    }

    public CustomerBuilder with(Engagement changed) {
        engagement = changed;
        return this;
    }

    /** @param answer null is unknown */
    public CustomerBuilder answering(ChannelCode channel, Boolean answer) {
        consents.remove(channel);
        if (answer != null) {
            consents.put(channel, answer);
        }
        return this;
    }

    public CustomerBuilder reachable(boolean email, boolean phone) {
        contactability = new Contactability(email, phone);
        return this;
    }

    public CustomerBuilder livingIn(String postalCode) {
        contactability = new Contactability(contactability.email(), contactability.phone(), postalCode);
        return this;
    }

    public CustomerProfile build() {
        return new CustomerProfile(
                id, market, status, "test", since, person, company, holdings, promotion, usage, billing, network, engagement,
                Map.copyOf(consents), contactability, null, null, Map.of());
    }
}
