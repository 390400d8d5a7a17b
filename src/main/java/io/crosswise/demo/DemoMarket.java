package io.crosswise.demo;

import io.crosswise.catalog.Catalogue;
import io.crosswise.customer.CompanyGraph;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.outcome.PastContact;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The simulated market: 5,000 customers, four fifths of them consumers, with two years of campaigns behind them. Everything is
 * told from the anchor, so that the same seed, catalogue and truth give the same market on any day.
 */
public final class DemoMarket {
    /** Of the market that ships with the product. */
    public static final long SEED = 20261121;

    private static final int CONSUMERS = 4_000;
    private static final int COMPANIES = 1_000;
    private static final int BLOCK = 500;
    /** Turns at which everybody's features are kept, the anchor last. */
    private static final List<Integer> SNAPSHOTS = List.of(24, 18, 12, 6, 0);

    private final LocalDate anchor;
    private final ProfileView profiles;
    private final List<SimulatedCustomer> present = new ArrayList<>();
    private final List<SimulatedCustomer> gone = new ArrayList<>();
    private final List<SimulatedCustomer> everybody = new ArrayList<>();
    private final Map<Integer, Map<CustomerId, Map<String, Double>>> groups = new ConcurrentHashMap<>();
    private final ArpuRanks ranks = new ArpuRanks(everybody);
    private final Catalogue catalogue;

    private DemoMarket(LocalDate anchor, Catalogue catalogue) {
        this.anchor = anchor;
        this.catalogue = catalogue;
        this.profiles = new ProfileView(anchor);
    }

    /** The market that ships with the product, as the demo loads it on that day. */
    public static DemoMarket standard(LocalDate anchor) {
        return generate(SEED, anchor, DemoFiles.catalogue(), new GroundTruth(SEED, DemoFiles.truth()));
    }

    /** @param anchor the day the market is told from, normally the day of the first start */
    public static DemoMarket generate(long seed, LocalDate anchor, Catalogue catalogue, GroundTruth truth) {
        DemoMarket market = new DemoMarket(anchor, catalogue);
        SimulateHistory history = new SimulateHistory(catalogue, truth, anchor);
        FirstServices services = new FirstServices(catalogue);
        CompanyGroups groups = CompanyGroups.of(seed, COMPANIES);
        List<Block> blocks = IntStream.range(0, (CONSUMERS + COMPANIES) / BLOCK)
                .parallel()
                .mapToObj(number -> number < CONSUMERS / BLOCK
                        ? Block.populated("C-", number, seed, history, services, (dice, id) -> DrawConsumer.draw(dice))
                        : Block.populated("E-", number - CONSUMERS / BLOCK, seed, history, services, groups::draw))
                .toList();
        blocks.forEach(block -> {
            market.present.addAll(block.present());
            market.gone.addAll(block.gone());
        });
        market.everybody.addAll(market.present);
        market.everybody.addAll(market.gone);
        market.everybody.sort(Comparator.comparing(customer -> customer.id().value()));
        return market;
    }

    private interface DrawTraits {
        Traits draw(Dice dice, int number);
    }

    /**
     * Five hundred neighbouring ids, so that processors share the work. Who left makes room: the next candidate comes under the
     * same id.
     */
    private record Block(List<SimulatedCustomer> present, List<SimulatedCustomer> gone) {
        static Block populated(
                String prefix, int index, long seed, SimulateHistory history, FirstServices services, DrawTraits draw) {
            Block block = new Block(new ArrayList<>(), new ArrayList<>());
            int candidate = 0;
            int predecessors = 0;
            for (int number = index * BLOCK + 1; number <= (index + 1) * BLOCK; candidate++) {
                String name = prefix + "candidate-" + index + "-" + candidate;
                Dice dice = Dice.of(seed, name);
                Traits traits = draw.draw(dice, number);
                String id = prefix + "%06d".formatted(number);
                SimulatedCustomer customer =
                        new SimulatedCustomer(new CustomerId(id), traits, dice, services.draw(dice, traits));
                if (history.simulate(customer, name)) {
                    block.present.add(customer);
                    number++;
                    predecessors = 0;
                } else {
                    customer.remain(new CustomerId(id + "." + ++predecessors));
                    block.gone.add(customer);
                }
            }
            return block;
        }
    }

    /** Those who are customers at the anchor, consumers first, in the order of their ids. */
    public List<CustomerRecord> customers() {
        return present.stream()
                .map(customer -> new CustomerRecord(
                        profile(customer, 0),
                        People.of(customer),
                        customer.use().at(0, anchor)))
                .toList();
    }

    /**
     * Every part a customer had in a campaign, those since gone included, by customer and then by date; features are computed on
     * the way.
     */
    public Stream<PastContact> pastContacts() {
        return everybody.stream().flatMap(customer -> customer.contacts().entrySet().stream()
                .flatMap(wave -> contacts(customer, wave.getKey(), wave.getValue())));
    }

    /** The same, oldest first, then by customer and campaign. */
    public Stream<PastContact> pastContactsByDay() {
        return turns().flatMap(month -> everybody.stream()
                .filter(customer -> customer.contacts().containsKey(month))
                .flatMap(customer -> contacts(customer, month, customer.contacts().get(month))
                        .sorted(Comparator.comparing(PastContact::campaign))));
    }

    /** Whoever was a customer on the day of a snapshot, oldest first and then by customer. */
    public Stream<FeatureSnapshot> snapshots() {
        return SNAPSHOTS.stream().flatMap(month -> everybody.stream()
                .filter(customer -> customer.presentAt(month))
                .map(customer -> FeatureSnapshot.of(profile(customer, month), anchor.minusMonths(month))));
    }

    /** What happened to whom since the history begins, by customer and then by date. */
    public Stream<LifeEvent> lifeEvents() {
        return everybody.stream().flatMap(customer -> LifeEvents.of(customer, anchor));
    }

    /** The day the market is told from. */
    public LocalDate anchor() {
        return anchor;
    }

    private static Stream<Integer> turns() {
        return IntStream.rangeClosed(0, Campaign.HISTORY_MONTHS)
                .mapToObj(month -> Campaign.HISTORY_MONTHS - month);
    }

    /** SHA-256 of the services and offers, every customer and every contact, hexadecimal; the anchor and the bundles have no part in it. */
    public String sha256() {
        return new MarketFingerprint()
                .add(catalogue.services().toString())
                .add(catalogue.offers().toString())
                .add(present)
                .add(gone)
                .hex();
    }

    private Stream<PastContact> contacts(SimulatedCustomer customer, int month, List<Contact> contacts) {
        Map<String, Double> features = features(customer, month);
        LocalDate day = anchor.minusMonths(month);
        return contacts.stream()
                .map(contact -> new PastContact(
                        contact.campaign().code(),
                        customer.id(),
                        contact.campaign().category(),
                        contact.offer().code(),
                        contact.upgrade(),
                        contact.treated() ? contact.channel() : null,
                        contact.treated() ? contact.hour() : null,
                        contact.treated(),
                        day,
                        contact.bought(),
                        features));
    }

    private Map<String, Double> features(SimulatedCustomer customer, int month) {
        return CustomerFeatures.of(profile(customer, month), anchor.minusMonths(month));
    }

    private CustomerProfile profile(SimulatedCustomer customer, int month) {
        Map<String, Double> derived = new HashMap<>(customer.use().trendsAt(month, anchor));
        derived.putAll(groups.computeIfAbsent(month, this::groups).getOrDefault(customer.id(), Map.of()));
        return profile(customer, month, derived);
    }

    private CustomerProfile profile(SimulatedCustomer customer, int month, Map<String, Double> derived) {
        double arpu = customer.use().arpuAt(month).doubleValue();
        return profiles.of(customer, month, ranks.percentile(customer.market(), month, arpu), derived);
    }

    private Map<CustomerId, Map<String, Double>> groups(int month) {
        CompanyGraph graph = new CompanyGraph();
        everybody.stream()
                .filter(customer -> customer.market() == Market.EBU && customer.presentAt(month))
                .forEach(customer -> graph.add(profile(customer, month, Map.of())));
        return graph.features();
    }
}
