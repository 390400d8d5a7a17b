package io.crosswise.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.demo.DemoFiles;
import io.crosswise.demo.DemoMarket;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.demo.truth.YearParameters;
import io.crosswise.demo.truth.YearTruth;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Customers who live through a year in memory, with and without being asked. */
class WorldTest {
    private static final int DAYS = 365;
    private static final int LAST = DAYS + 548;
    private static final Catalogue CATALOGUE = DemoFiles.catalogue();
    private static final YearParameters PARAMETERS = DemoFiles.year();
    private static final Offer SECURITY = CATALOGUE.offer("O-SECURITY-HOME").orElseThrow();
    private static final Offer CLOUD = CATALOGUE.offer("O-CLOUD-200").orElseThrow();
    private static final List<CustomerProfile> CONSUMERS =
            DemoMarket.standard(SimulateYear.ANCHOR).customers().stream()
                    .limit(400)
                    .map(CustomerRecord::profile)
                    .toList();

    @Test
    void theSameSeedLivesTheSameYear() {
        assertThat(margins(lived(world("base", 1), null))).isEqualTo(margins(lived(world("base", 1), null)));
        assertThat(margins(lived(world("base", 1), null))).isNotEqualTo(margins(lived(world("base", 2), null)));
    }

    @Test
    void peopleBuyUnaskedLeaveAndEarn() {
        World world = lived(world("base", 1), null);

        assertThat(world.lives()).anyMatch(Life::isGone).anyMatch(life -> !life.isGone());
        assertThat(world.lives())
                .anyMatch(life -> life.profile().holdings().size() > life.first.holdings().size());
        assertThat(world.lives().stream().mapToDouble(life -> life.ledger.net()).sum()).isPositive();
        assertThat(world.lives()).allMatch(life -> life.ledger.contacts == 0 && life.ledger.contactCost == 0);
    }

    @Test
    void onlyWhoIsAskedLivesAnotherYearThanTheTwin() {
        List<Double> twin = margins(lived(world("base", 1), null));
        World asked = world("base", 1);
        MeetCustomers meeting = new MeetCustomers(asked);
        lived(asked, meeting);
        List<Life> lives = List.copyOf(asked.lives());

        assertThat(meeting.encounters()).hasSizeGreaterThan(100);
        for (int i = 0; i < lives.size(); i++) {
            if (lives.get(i).ledger.contacts == 0) {
                assertThat(lives.get(i).ledger.margin).isCloseTo(twin.get(i), within(1e-6));
            }
        }
        assertThat(margins(asked)).isNotEqualTo(twin);
    }

    @Test
    void whereOffersDoNotMatterAskingEarnsNothingButWhatItCosts() {
        double twin = net(lived(world("random-responses", 1), null));
        World asked = world("random-responses", 1);
        MeetCustomers meeting = new MeetCustomers(asked);
        double gain = net(lived(asked, meeting)) - twin;
        double spent = asked.lives().stream().mapToDouble(life -> life.ledger.contactCost).sum();

        assertThat(meeting.encounters()).anyMatch(Encounter::bought).noneMatch(Encounter::complained);
        assertThat(spent).isPositive();
        assertThat(gain).isCloseTo(-spent, within(1e-6));
    }

    @Test
    void theTrueValueOfAnOfferIsWhatRepeatedYearsBring() {
        List<Told> years = years(12, 28, SECURITY);
        double expected = years.stream().mapToDouble(Told::expected).sum();
        double gained = years.stream().mapToDouble(Told::gained).sum();

        assertThat(expected).isPositive();
        assertThat(gained).as("expected %.0f", expected).isBetween(0.4 * expected, 1.8 * expected);
    }

    /** Within two standard errors; a bundle whose second part were still bought unasked would be three above it. */
    @Test
    void theTrueValueOfABundleIsWhatRepeatedYearsBring() {
        List<Told> years = years(16, 300, SECURITY, CLOUD);
        double missed = years.stream().mapToDouble(Told::missed).sum();
        double squares = years.stream().mapToDouble(year -> year.missed() * year.missed()).sum();

        assertThat(years.stream().mapToDouble(Told::expected).sum()).isPositive();
        assertThat(missed).isCloseTo(0, within(2 * Math.sqrt(squares)));
    }

    /** What offering brought in one year, as it was reckoned before and as it came. */
    private record Told(double expected, double gained) {
        double missed() {
            return gained - expected;
        }
    }

    /** Years in which everybody who holds none of the parts is told of them once, on an occasion of the first days. */
    private static List<Told> years(int seeds, int days, Offer... parts) {
        return LongStream.rangeClosed(1, seeds).mapToObj(seed -> year(seed, days, List.of(parts))).toList();
    }

    private static Told year(long seed, int days, List<Offer> parts) {
        World asked = world("base", seed);
        MeetCustomers meeting = new MeetCustomers(asked);
        TrueValue value = new TrueValue(asked, meeting, LAST);
        double expected = 0;
        for (int day = 0; day < LAST; day++) {
            asked.begin(day);
            for (Occasion occasion : day < days ? asked.occasionsOf(day) : List.<Occasion>of()) {
                Life life = asked.life(occasion.customer());
                if (life.ledger.contacts == 0 && parts.stream().allMatch(part -> Shelf.tier(life.profile(), part.category()) == 0)) {
                    expected += value.of(offer(occasion, parts));
                    meeting.meet(offer(occasion, parts), new Willing());
                }
            }
        }
        return new Told(expected, net(asked) - net(lived(world("base", seed), null)));
    }

    @Test
    void whoIsAskedAboutABundleAndRefusesHasAnsweredForAllOfIt() {
        World world = world("base", 1);
        MeetCustomers meeting = new MeetCustomers(world);
        List<Offer> parts = List.of(SECURITY, CLOUD);

        List<Occasion> occasions = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            world.begin(day);
            world.occasionsOf(day).stream().filter(it -> !world.life(it.customer()).isGone()).forEach(it -> {
                meeting.meet(offer(it, parts), new Willing());
                occasions.add(it);
            });
        }

        assertThat(meeting.encounters()).anyMatch(encounter -> !encounter.bought());
        assertThat(occasions).allSatisfy(occasion -> assertThat(world.life(occasion.customer()).answered)
                .contains(occasion.id() + "|SECURITY", occasion.id() + "|CLOUD"));
    }

    /** Asks everybody on every other day about the same thing. @param meeting null leaves them alone */
    private static World lived(World world, MeetCustomers meeting) {
        for (int day = 0; day < LAST; day++) {
            world.begin(day);
            if (meeting != null && day < DAYS && day % 2 == 0) {
                world.occasionsOf(day).stream()
                        .filter(it -> Shelf.tier(world.life(it.customer()).profile(), SECURITY.category()) == 0)
                        .forEach(it -> meeting.meet(offer(it), new Willing()));
            }
        }
        return world;
    }

    private static Presented offer(Occasion occasion) {
        return offer(occasion, List.of(SECURITY));
    }

    private static Presented offer(Occasion occasion, List<Offer> parts) {
        return new Presented(
                occasion, parts, Money.ZERO, ChannelCode.EMAIL, HourBand.MORNING, 0.05, Double.NaN);
    }

    private static World world(String variant, long seed) {
        GroundTruth minds = new GroundTruth(DemoMarket.SEED, PARAMETERS.variant(variant).of(DemoFiles.truth()));
        YearTruth truth = new YearTruth(seed, PARAMETERS, PARAMETERS.variant(variant));
        return new World(CONSUMERS, CATALOGUE, minds, truth, SimulateYear.ANCHOR, LAST);
    }

    private static List<Double> margins(World world) {
        return world.lives().stream().map(life -> life.ledger.margin).collect(Collectors.toList());
    }

    private static double net(World world) {
        return world.lives().stream().mapToDouble(life -> life.ledger.net()).sum();
    }

    /** Takes every answer. */
    private static final class Willing implements MeetCustomers.Reply {
        @Override
        public boolean accept() {
            return true;
        }

        @Override
        public void decline() {
            // nothing waits for it
        }
    }
}
