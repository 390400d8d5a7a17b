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
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.policy.ContactFacts;
import io.crosswise.policy.ContactHistory;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.policy.OfferFacts;
import io.crosswise.policy.Sociostyle;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.trigger.TriggerFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Customers of any kind, of whom a third of everything is unknown; the same seed gives the same customer. */
public final class RandomCustomers {
    private static final LocalDate TODAY = CustomerBuilder.TODAY;
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private final Random random;

    private RandomCustomers(long seed) {
        random = new Random(seed);
    }

    public static CustomerProfile customer(long seed) {
        return new RandomCustomers(seed).profile();
    }

    /** How some customer was spoken to lately. */
    public static ContactHistory history(long seed) {
        return new RandomCustomers(seed).history();
    }

    /** All that a decision table may read, under the names it reads it by. */
    public static Map<String, Object> variables(long seed) {
        RandomCustomers any = new RandomCustomers(seed);
        CustomerProfile profile = any.profile();
        return Map.of(
                "customer", any.facts(profile),
                "trigger", any.trigger(),
                "contact", any.contact(),
                "offer", any.offer());
    }

    private CustomerFacts facts(CustomerProfile profile) {
        return CustomerFacts.of(
                profile,
                unknown(() -> Scores.scores(random.nextDouble(), random.nextDouble(), unknown(random::nextDouble))),
                unknown(() -> any(Segment.values())),
                unknown(() -> new Sociostyle("EXPERIENCED_ADULT_HEAVY", Sociostyle.Tone.PLAIN, Sociostyle.Depth.FIGURES)),
                TODAY);
    }

    private TriggerFacts trigger() {
        return new TriggerFacts(
                any("promotion-end", "new-site", "inbound-contact"), unknown(() -> euros(60)), unknown(() -> day(60)),
                unknown(() -> "S1"), unknown(() -> random.nextInt(200)), unknown(() -> random.nextInt(12)),
                unknown(() -> random.nextInt(12)));
    }

    private ContactFacts contact() {
        return ContactFacts.of(history(), NOW, ZoneId.of("Europe/Paris"));
    }

    private ContactHistory history() {
        return new ContactHistory(
                Stream.generate(() -> ContactBuilder.touch(
                                any(ChannelCode.values()), NOW.minus(Duration.ofHours(random.nextInt(2000))),
                                any(ServiceCategory.values())))
                        .limit(random.nextInt(8))
                        .toList(),
                unknown(() -> NOW.minus(Duration.ofHours(random.nextInt(2000)))),
                List.of());
    }

    private OfferFacts offer() {
        return OfferFacts.of(CandidateBuilder.aCandidate("X", any(ServiceCategory.values()))
                .costing(euros(60).amount().toString(), "5")
                .discounted(euros(20).amount().toString())
                .build());
    }

    private CustomerProfile profile() {
        Market market = any(Market.values());
        return new CustomerProfile(
                new CustomerId("C-1"), market, any(CustomerStatus.values()), "random", unknown(() -> day(-2000)),
                market == Market.B2C ? unknown(this::person) : null, market == Market.EBU ? unknown(this::company) : null,
                Stream.generate(this::holding).limit(random.nextInt(5)).toList(), null, unknown(this::usage),
                unknown(() -> new Billing(
                        unknown(() -> euros(90)), unknown(random::nextDouble), unknown(() -> euros(300)),
                        unknown(() -> random.nextInt(60)))),
                unknown(() -> new Network(unknown(random::nextBoolean), unknown(random::nextBoolean))),
                unknown(() -> new Engagement(
                        unknown(() -> random.nextInt(201) - 100), unknown(() -> random.nextInt(5)),
                        unknown(() -> random.nextInt(4)), null, unknown(() -> day(-300)))),
                consents(), new Contactability(random.nextBoolean(), random.nextBoolean()), null, null,
                market == Market.EBU ? Map.of("group_growth", random.nextDouble()) : Map.of());
    }

    private Person person() {
        return new Person(
                unknown(() -> random.nextInt(100)), unknown(() -> any(Gender.values())), unknown(() -> 1 + random.nextInt(6)),
                unknown(() -> "fr"), unknown(() -> any(DigitalExpertise.values())), unknown(random::nextBoolean));
    }

    private Company company() {
        return new Company(
                unknown(() -> "RETAIL"), unknown(() -> random.nextInt(500)), unknown(() -> random.nextDouble() - 0.5),
                unknown(() -> random.nextInt(20)),
                unknown(() -> Stream.generate(() -> new Site("S", null, null, null, null, null)).limit(random.nextInt(15)).toList()),
                null, unknown(() -> Stream.generate(() -> new CustomerId("E-1")).limit(random.nextInt(5)).toList()),
                unknown(() -> random.nextInt(5)));
    }

    private Holding holding() {
        return new Holding(
                any("A", "B", "C"), any(ServiceCategory.values()), unknown(() -> 1 + random.nextInt(4)), unknown(() -> euros(60)),
                unknown(() -> euros(20)), unknown(() -> day(-1000)), unknown(() -> day(700)));
    }

    private Usage usage() {
        return new Usage(
                unknown(() -> random.nextDouble() * 100), unknown(() -> random.nextDouble() * 900),
                unknown(() -> random.nextDouble() * 90), unknown(() -> random.nextDouble() - 0.5), unknown(random::nextDouble),
                unknown(random::nextDouble));
    }

    private Map<ChannelCode, Boolean> consents() {
        Map<ChannelCode, Boolean> consents = new EnumMap<>(ChannelCode.class);
        for (ChannelCode channel : ChannelCode.values()) {
            Boolean answer = unknown(random::nextBoolean);
            if (answer != null) {
                consents.put(channel, answer);
            }
        }
        return consents;
    }

    private <T> T unknown(Supplier<T> known) {
        return random.nextInt(3) == 0 ? null : known.get();
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Money euros(int max) {
        return Money.euros(random.nextInt(max * 100) / 100.0);
    }

    /** A day up to so many days ahead, or ago when negative. */
    private LocalDate day(int days) {
        return TODAY.plusDays((long) Integer.signum(days) * random.nextInt(Math.abs(days)));
    }
}
