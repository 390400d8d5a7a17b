package io.crosswise.policy.drools;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.OfferBuilder.anOffer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.Share;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Group;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.policy.ApplyExclusions;
import io.crosswise.policy.BundleLimits;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.FindBundles;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The search for bundles, with the real rules and any customer, against every subset of every group tried one by one. */
class BundleSearchTest {
    private static final int MONTHS = 24;
    private static final Reason WHY = new Reason("N", Stage.CANNIBALISATION, "A rule", "Note.");
    private static final FindBundles SEARCH =
            new FindBundles(new DroolsBundles(TestRulebook.RULEBOOK), new ApplyExclusions());

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void findsTheMostValuableCompositionThatMayBeSold(@ForAll long seed) {
        Shop shop = new Shop(new Random(seed));

        List<Candidate> found =
                SEARCH.find(shop.candidates, shop.profile, shop.catalogue, shop.limits(), MONTHS, TODAY);

        OptionalDouble best = shop.bestByBruteForce();
        if (best.isEmpty()) {
            assertThat(found).noneMatch(Candidate::isAllowed);
        } else {
            assertThat(found).hasSize(1).allMatch(Candidate::isAllowed);
            assertThat(shop.value(shop.partsOf(found.get(0)))).isEqualTo(best.getAsDouble(), within(0.06));
        }
    }

    /** A market of up to seven categories, a customer and one bundle, all by chance. */
    private static final class Shop {
        private final Random luck;
        private final List<Candidate> candidates = new ArrayList<>();
        private final Catalogue catalogue;
        private final CustomerProfile profile;
        private final Bundle bundle;
        private final double maxIncrease;
        private final boolean novice;
        private final boolean vulnerable;
        private final boolean householdKnown;
        private final Map<String, Integer> lockInMonths = new TreeMap<>();
        private String promoted;
        private int promotionDays;

        Shop(Random luck) {
            this.luck = luck;
            List<Offer> offers = new ArrayList<>();
            List<Holding> held = new ArrayList<>();
            for (ServiceCategory category : ServiceCategory.values()) {
                int holds = luck.nextInt(4) == 0 ? 1 + luck.nextInt(3) : 0;
                if (holds > 0) {
                    held.add(held(category, holds));
                }
                for (int tier = 1; tier <= luck.nextInt(4); tier++) {
                    String code = category + "_" + tier;
                    offers.add(anOffer(code, category, tier).grantingUpTo(luck.nextInt(6) + ".00").build());
                    if (tier > holds && luck.nextInt(5) > 0) {
                        candidates.add(candidate(code, category, holds > 0));
                    }
                }
            }
            bundle = bundle(offers);
            catalogue = new Catalogue("test", List.of(), offers, List.of(bundle));
            novice = luck.nextInt(3) == 0;
            vulnerable = luck.nextInt(3) == 0;
            householdKnown = luck.nextInt(3) > 0;
            profile = aCustomer()
                    .owning(held.toArray(Holding[]::new))
                    .with(new Person(
                            40, null, householdKnown ? 1 + luck.nextInt(3) : null, "fr",
                            novice ? DigitalExpertise.NOVICE : DigitalExpertise.EXPERIENCED, vulnerable))
                    .with(promotion(held))
                    .build();
            maxIncrease = 15 + luck.nextInt(60);
        }

        private Holding held(ServiceCategory category, int tier) {
            String service = "HELD_" + category;
            lockInMonths.put(service, luck.nextInt(2) * luck.nextInt(13));
            return new Holding(
                    service, category, tier, Money.euros("20"), Money.euros("8"), TODAY.minusMonths(24),
                    TODAY.plusMonths(lockInMonths.get(service)));
        }

        private Promotion promotion(List<Holding> held) {
            if (held.isEmpty() || luck.nextBoolean()) {
                return null;
            }
            promoted = held.get(luck.nextInt(held.size())).service();
            promotionDays = luck.nextInt(300);
            return new Promotion("P", promoted, Money.euros("10"), Money.euros("20"), TODAY.plusDays(promotionDays));
        }

        private Candidate candidate(String code, ServiceCategory category, boolean upgrade) {
            int price = 3 + luck.nextInt(37);
            Candidate candidate = aCandidate(code, category)
                    .as(upgrade ? Kind.UPSELL : Kind.CROSS_SELL)
                    .costing(price + ".00", (price * (10 + luck.nextInt(60)) / 100) + "." + (10 + luck.nextInt(90)))
                    .accepted(luck.nextInt(60) / 100.0, luck.nextInt(30) / 100.0)
                    .triedFor(luck.nextInt(3) * 15)
                    .lasting(luck.nextInt(3) * 12)
                    .discounted(luck.nextInt(3) == 0 ? "0.50" : "0")
                    .build();
            return luck.nextInt(3) == 0
                    ? candidate.losing(Loss.of("S" + luck.nextInt(2), Money.euros("8"), Share.byHand(luck.nextInt(100) / 100.0), WHY))
                    : candidate;
        }

        private Bundle bundle(List<Offer> offers) {
            Money discount = new Money(java.math.BigDecimal.valueOf(luck.nextInt(60), 1));
            List<String> codes = offers.stream().map(Offer::code).toList();
            Integer trial = luck.nextBoolean() ? null : Integer.valueOf(luck.nextInt(60));
            if (luck.nextInt(3) == 0) {
                List<String> parts = codes.stream().filter(code -> luck.nextInt(4) == 0).toList();
                return new Bundle("B", "B", Market.B2C, parts, discount, List.of(), trial);
            }
            List<Group> groups = new ArrayList<>();
            if (luck.nextBoolean()) {
                groups.add(new Group(1 + luck.nextInt(3), codes, Set.of()));
            } else {
                for (ServiceCategory category : ServiceCategory.values()) {
                    if (luck.nextInt(3) == 0) {
                        groups.add(new Group(1, List.of(), Set.of(category)));
                    }
                }
            }
            return new Bundle("B", "B", Market.B2C, List.of(), discount, groups, trial);
        }

        BundleLimits limits() {
            Reason bill = new Reason("BILL", Stage.ELIGIBILITY, "row", "Limit.");
            return new BundleLimits(new Exclusions(List.of(), Money.euros(maxIncrease), bill), allowing(ChannelCode.EMAIL));
        }

        List<Candidate> partsOf(Candidate found) {
            return candidates.stream().filter(part -> found.services().containsAll(part.services())).toList();
        }

        OptionalDouble bestByBruteForce() {
            List<List<Object>> compositions = List.of(List.of());
            for (Group group : bundle.choices()) {
                List<Offer> offers = catalogue.offers().stream()
                        .filter(offer -> group.offers().contains(offer.code()) || group.categories().contains(offer.category()))
                        .toList();
                List<List<Object>> longer = new ArrayList<>();
                for (int subset = 0; subset < 1 << offers.size(); subset++) {
                    if (Integer.bitCount(subset) == group.choose()) {
                        int chosen = subset;
                        List<Object> parts = IntStream.range(0, offers.size())
                                .filter(offer -> (chosen >> offer & 1) == 1)
                                .mapToObj(offer -> part(offers.get(offer)))
                                .toList();
                        compositions.forEach(begun -> {
                            List<Object> both = new ArrayList<>(begun);
                            both.addAll(parts);
                            longer.add(both);
                        });
                    }
                }
                compositions = longer;
            }
            return compositions.stream().filter(this::maybeSold).mapToDouble(parts -> value(added(parts))).max();
        }

        /** A candidate, a holding, or text for a part that cannot be had. */
        private Object part(Offer offer) {
            for (Candidate candidate : candidates) {
                if (candidate.offer().equals(offer.code())) {
                    return candidate;
                }
            }
            for (Holding holding : profile.holdings()) {
                if (holding.category() == offer.category() && holding.tier() >= offer.tier()) {
                    return holding;
                }
            }
            return "none";
        }

        private static List<Candidate> added(List<Object> parts) {
            return parts.stream().filter(Candidate.class::isInstance).map(Candidate.class::cast).toList();
        }

        private boolean maybeSold(List<Object> parts) {
            List<Candidate> added = added(parts);
            if (added.isEmpty() || added.size() > (novice ? 2 : 3) || parts.contains("none")) {
                return false;
            }
            Set<ServiceCategory> categories = EnumSet.noneOf(ServiceCategory.class);
            for (Object part : parts) {
                ServiceCategory category = part instanceof Holding holding
                        ? holding.category()
                        : ((Candidate) part).categories().iterator().next();
                if (!categories.add(category)) {
                    return false;
                }
            }
            double price = sum(added, part -> part.monthlyPrice().doubleValue());
            double oneByOne = price - sum(added, part -> part.discount().doubleValue());
            double margin = sum(added, part -> part.monthlyMargin().doubleValue());
            double discount = bundle.monthlyDiscount().doubleValue();
            boolean completes = added.size() < parts.size();
            double left = margin - discount;
            List<String> kept = parts.stream().filter(Holding.class::isInstance).map(part -> ((Holding) part).service()).toList();
            boolean lockedIn = kept.stream().anyMatch(service -> lockInMonths.get(service) >= 6);
            return !(promotionDays >= 30 && kept.contains(promoted) && discount > 0)
                    && !(promotionDays >= 183 && trialDays(added) >= 30)
                    && !(lockedIn && left / margin < 0.5 - 1e-12)
                    && !(!householdKnown && added.size() > 1 && categories(added).contains(ServiceCategory.ADDITIONAL_LINE))
                    && !(vulnerable && added.stream().anyMatch(part -> part.contractMonths() > 12))
                    && price - discount <= oneByOne + 1e-9
                    && discount <= sum(added, part -> catalogue.offer(part.offer()).orElseThrow().maxDiscount().doubleValue()) + 1e-9
                    && margin > 0
                    && left / margin >= 0.25 - 1e-12
                    && !(completes && discount / oneByOne > 0.5 + 1e-12)
                    && !(lost(added) > 0 && lost(added) >= left - 1e-9)
                    && price - discount <= maxIncrease + 1e-9;
        }

        private static Set<ServiceCategory> categories(List<Candidate> added) {
            Set<ServiceCategory> categories = EnumSet.noneOf(ServiceCategory.class);
            added.forEach(part -> categories.addAll(part.categories()));
            return categories;
        }

        private int trialDays(List<Candidate> added) {
            return bundle.trialDays() != null
                    ? bundle.trialDays()
                    : added.stream().mapToInt(Candidate::trialDays).min().orElseThrow();
        }

        /** What the parts take from each service held: the part that takes most. */
        private static double lost(List<Candidate> added) {
            Map<String, Double> most = new TreeMap<>();
            added.forEach(part -> part.losses()
                    .forEach(loss -> most.merge(loss.held(), loss.monthly().doubleValue(), Math::max)));
            return most.values().stream().mapToDouble(loss -> loss).sum();
        }

        double value(List<Candidate> added) {
            double offered = added.stream().mapToDouble(part -> part.ifOffered().value()).min().orElseThrow();
            double margin = sum(added, part -> part.monthlyMargin().doubleValue());
            double anyway = margin > 0
                    ? sum(added, part -> part.ifNotOffered().value() * part.monthlyMargin().doubleValue()) / margin
                    : added.stream().map(Candidate::ifNotOffered).max(Comparator.naturalOrder()).orElseThrow().value();
            double discount = bundle.monthlyDiscount().doubleValue();
            double worth = margin * MONTHS
                    - (sum(added, part -> part.monthlyPrice().doubleValue()) - discount) * trialDays(added) / 30;
            return (offered - anyway) * worth
                    - Math.max(0, offered - anyway) * lost(added) * MONTHS
                    - offered * discount * MONTHS;
        }

        private static double sum(List<Candidate> parts, ToDoubleFunction<Candidate> amount) {
            return parts.stream().mapToDouble(amount).sum();
        }
    }
}
