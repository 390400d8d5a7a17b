package io.crosswise.customer;

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
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Customers for tests, valid by default: a consumer of four years with everything about her known and one mobile plan. */
public final class CustomerBuilder {
    private CustomerId id = new CustomerId("C-000001");
    private Market market = Market.B2C;
    private CustomerStatus status = CustomerStatus.ACTIVE;
    private LocalDate since = LocalDate.parse("2022-11-21");
    private Person person = new Person(42, Gender.FEMALE, 3, "fr", DigitalExpertise.EXPERIENCED, false);
    private Company company;
    private final List<Holding> holdings = new ArrayList<>(List.of(
            holding("MOBILE_20", ServiceCategory.MOBILE, 1)));
    private Promotion promotion = new Promotion(
            "WELCOME", "MOBILE_20", Money.euros("9.99"), Money.euros("19.99"), LocalDate.parse("2026-12-21"));
    private Usage usage = new Usage(12.0, 180.0, 30.0, 0.05, 0.8, 0.9);
    private Billing billing = new Billing(Money.euros("35.50"), 0.6, Money.euros("0.00"), 0);
    private Network network = new Network(true, true);
    private Engagement engagement = new Engagement(45, 2, 0, "GOLD", LocalDate.parse("2026-05-21"));
    private Map<ChannelCode, Boolean> consents = new EnumMap<>(Map.of(ChannelCode.EMAIL, true));
    private Contactability contactability = new Contactability(true, true);
    private Segment segment;
    private Map<String, Double> derived = Map.of();

    private CustomerBuilder() {}

    public static CustomerBuilder aCustomer() {
        return new CustomerBuilder();
    }

    /** A consumer of whom nothing is known but the id. */
    public static CustomerBuilder aStranger() {
        CustomerBuilder stranger = new CustomerBuilder();
        stranger.since = null;
        stranger.person = null;
        stranger.holdings.clear();
        stranger.promotion = null;
        stranger.usage = null;
        stranger.billing = null;
        stranger.network = null;
        stranger.engagement = null;
        stranger.consents = Map.of();
        stranger.contactability = new Contactability(false, false);
        return stranger;
    }

    public static CustomerBuilder aCompany() {
        CustomerBuilder builder = new CustomerBuilder().withId("E-000001");
        builder.market = Market.EBU;
        builder.person = null;
        builder.company = new Company("RETAIL", 24, 0.1, 3, List.of(), null, List.of(), 2);
        return builder;
    }

    public static Holding holding(String service, ServiceCategory category, Integer tier) {
        return new Holding(
                service, category, tier, Money.euros("19.99"), Money.euros("8.00"), LocalDate.parse("2025-11-21"), null);
    }

    public CustomerBuilder withId(String value) {
        id = new CustomerId(value);
        return this;
    }

    public CustomerBuilder in(Market value, Segment assigned) {
        market = value;
        segment = assigned;
        return this;
    }

    public CustomerBuilder holding(Holding... held) {
        holdings.clear();
        holdings.addAll(List.of(held));
        return this;
    }

    public CustomerBuilder with(Company value) {
        company = value;
        return this;
    }

    public CustomerBuilder with(Engagement value) {
        engagement = value;
        return this;
    }

    public CustomerBuilder payingOnAverage(String euros) {
        billing = new Billing(Money.euros(euros), null, null, null);
        return this;
    }

    public CustomerBuilder with(Billing value) {
        billing = value;
        return this;
    }

    public CustomerBuilder answering(Map<ChannelCode, Boolean> answers) {
        consents = answers;
        return this;
    }

    public CustomerBuilder with(Promotion value) {
        promotion = value;
        return this;
    }

    public CustomerBuilder with(Person value) {
        person = value;
        return this;
    }

    public CustomerBuilder with(Usage value) {
        usage = value;
        return this;
    }

    public CustomerBuilder deriving(Map<String, Double> values) {
        derived = values;
        return this;
    }

    public CustomerBuilder former() {
        status = CustomerStatus.FORMER;
        return this;
    }

    public CustomerProfile build() {
        return new CustomerProfile(
                id, market, status, "test", since, person, company, holdings, promotion, usage, billing, network,
                engagement, consents, contactability, segment, null, derived);
    }
}
