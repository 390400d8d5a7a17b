package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue;
import io.crosswise.channel.ChannelSettings;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.decision.DecisionSettings;
import io.crosswise.demo.DemoMarket;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.demo.truth.TruthParameters;
import io.crosswise.demo.truth.YearParameters;
import io.crosswise.demo.truth.YearParameters.Variant;
import io.crosswise.demo.truth.YearTruth;
import io.crosswise.demo.year.YearResult.End;
import io.crosswise.shared.CustomerId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays one year under one policy, and the months after it in which what was sold goes on earning. */
final class PlayYear {
    private final List<CustomerRecord> sample;
    private final Catalogue catalogue;
    private final TruthParameters market;
    private final YearParameters parameters;
    private final LocalDate anchor;
    private final int days;
    private final int lastDay;

    /** @param days of the year in which customers are contacted */
    PlayYear(
            List<CustomerRecord> sample,
            Catalogue catalogue,
            TruthParameters market,
            YearParameters parameters,
            LocalDate anchor,
            int days) {
        this.sample = sample;
        this.catalogue = catalogue;
        this.market = market;
        this.parameters = parameters;
        this.anchor = anchor;
        this.days = days;
        this.lastDay = days + (int) Math.round(parameters.runOutMonths() * 365.25 / 12);
    }

    /** The twin nobody contacts. */
    YearResult never(String variant, long seed) {
        World world = world(variant, seed);
        for (int day = 0; day < days; day++) {
            world.begin(day);
        }
        return result(variant, seed, Policy.NEVER, world, new MeetCustomers(world), Map.of());
    }

    /** @param product on a fresh market @param ranking told to follow the policy */
    YearResult under(
            Policy policy,
            String variant,
            long seed,
            ProductUnderTest product,
            RankForYear ranking,
            DecisionSettings settings,
            ChannelSettings channels) {
        World world = world(variant, seed);
        MeetCustomers meeting = new MeetCustomers(world);
        TrueValue value = new TrueValue(world, meeting, lastDay);
        ranking.use(policy, new KnowingOracle(world, value, channels.connected(), settings.contactCost()));
        Map<CustomerId, CustomerRecord> records = new HashMap<>();
        sample.forEach(record -> records.put(record.profile().id(), record));
        LivePolicy live = new LivePolicy(product, world, meeting, records, settings.contactCost());
        live.live(days);
        Map<String, Integer> outcomes = new TreeMap<>();
        live.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        return result(variant, seed, policy, world, meeting, outcomes);
    }

    private World world(String name, long seed) {
        Variant variant = parameters.variant(name);
        List<CustomerProfile> profiles = sample.stream().map(CustomerRecord::profile).toList();
        GroundTruth minds = new GroundTruth(DemoMarket.SEED, variant.of(market));
        return new World(profiles, catalogue, minds, new YearTruth(seed, parameters, variant), anchor, lastDay);
    }

    private YearResult result(
            String variant, long seed, Policy policy, World world, MeetCustomers meeting, Map<String, Integer> outcomes) {
        Map<CustomerId, Double> nets = new HashMap<>();
        Map<CustomerId, Double> bills = new HashMap<>();
        Map<CustomerId, Boolean> stays = new HashMap<>();
        world.lives().forEach(life -> {
            nets.put(life.id(), life.ledger.net());
            bills.put(life.id(), life.bill());
            stays.put(life.id(), !life.isGone());
        });
        for (int day = days; day < lastDay; day++) {
            world.begin(day);
        }
        Map<CustomerId, End> ends = new LinkedHashMap<>();
        world.lives().forEach(life -> ends.put(
                life.id(),
                new End(
                        life.first.market(),
                        life.first.heldCategories().size() > 1,
                        stays.get(life.id()),
                        bills.get(life.id()),
                        nets.get(life.id()),
                        life.ledger.net(),
                        life.ledger.cannibalised,
                        life.ledger.contactCost,
                        life.ledger.complaintCost,
                        life.ledger.contacts,
                        life.ledger.complaints)));
        return new YearResult(variant, seed, policy, outcomes, ends, List.copyOf(meeting.encounters()));
    }
}
