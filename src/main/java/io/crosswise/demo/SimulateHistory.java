package io.crosswise.demo;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.demo.truth.CustomerTruth;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets one customer live through the months before the anchor: use, bills, campaigns, and what becomes of them. */
final class SimulateHistory {
    private static final List<HourBand> HOURS = List.of(HourBand.values());

    private static final Map<Market, List<ChannelCode>> CHANNELS = new EnumMap<>(Map.of(
            Market.B2C, List.of(ChannelCode.EMAIL, ChannelCode.SMS, ChannelCode.CALL_CENTRE, ChannelCode.SELF_CARE),
            Market.EBU,
                    List.of(
                            ChannelCode.EMAIL,
                            ChannelCode.CALL_CENTRE,
                            ChannelCode.ACCOUNT_MANAGER,
                            ChannelCode.SELF_CARE)));

    private final Map<Market, Map<ServiceCategory, List<Offer>>> offers = new EnumMap<>(Market.class);
    private final Map<Market, Map<Integer, List<Campaign>>> calendar;
    private final GroundTruth truth;
    private final LocalDate anchor;
    private final ProfileView profiles;
    private final SimulateFate fate;

    SimulateHistory(Catalogue catalogue, GroundTruth truth, LocalDate anchor) {
        catalogue.offers().stream()
                .sorted(Comparator.comparingInt(Offer::tier).thenComparing(Offer::code))
                .forEach(offer -> offers.computeIfAbsent(offer.market(), market -> new EnumMap<>(ServiceCategory.class))
                        .computeIfAbsent(offer.category(), category -> new ArrayList<>())
                        .add(offer));
        this.calendar = Campaign.calendar().stream()
                .collect(Collectors.groupingBy(Campaign::market, Collectors.groupingBy(Campaign::month)));
        this.truth = truth;
        this.anchor = anchor;
        this.profiles = new ProfileView(anchor);
        this.fate = new SimulateFate(truth, anchor);
    }

    /**
     * @param candidate distinguishes who came under this id before
     * @return whether the customer is still there at the anchor
     */
    boolean simulate(SimulatedCustomer customer, String candidate) {
        CustomerTruth mind = null;
        for (int month = UseHistory.OLDEST; month >= 0 && !customer.goneAt(month); month--) {
            customer.live(month);
            List<Campaign> campaigns = calendar.get(customer.market()).getOrDefault(month, List.of());
            boolean quarterBegins = SimulateFate.decidesAt(month);
            if (customer.presentAt(month) && (quarterBegins || !campaigns.isEmpty())) {
                CustomerProfile profile = profiles.of(customer, month, null, Map.of());
                LocalDate day = anchor.minusMonths(month);
                mind = mind == null ? truth.of(profile, day) : mind.on(profile, day);
                contact(customer, month, campaigns, mind);
                if (quarterBegins) {
                    fate.decide(customer, candidate, month, mind);
                }
            }
        }
        return customer.left().isEmpty();
    }

    /** All lists of a wave are cut on the same day, before anybody is asked. */
    private void contact(SimulatedCustomer customer, int month, List<Campaign> campaigns, CustomerTruth mind) {
        List<Contact> contacts = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            Offer offer = offer(customer, campaign);
            if (offer != null) {
                ChannelCode channel = channel(customer, campaign);
                HourBand hour = customer.dice().pick("hour-" + campaign.code(), HOURS);
                boolean upgrade = customer.tierAt(month, campaign.category()) > 0;
                boolean treated = campaign.treats(customer.id());
                GroundTruth.Answers answers = truth.answers(
                        customer.id(), offer, campaign.code(), mind.chances(offer, Money.ZERO, channel, hour));
                boolean bought = treated ? answers.ifOffered() : answers.ifNotOffered();
                contacts.add(new Contact(campaign, offer, upgrade, channel, hour, treated, bought));
            }
        }
        contacts.forEach(contact -> customer.remember(month, contact));
    }

    /** The next larger service for who holds one, any that fits for who holds none; null when there is nothing larger. */
    private Offer offer(SimulatedCustomer customer, Campaign campaign) {
        int tier = customer.tierAt(campaign.month(), campaign.category());
        List<Offer> larger = offers.get(customer.market()).getOrDefault(campaign.category(), List.of()).stream()
                .filter(offer -> offer.tier() > tier && FirstServices.fits(offer, customer.traits(), campaign.month()))
                .toList();
        if (larger.isEmpty()) {
            return null;
        }
        return tier > 0 ? larger.get(0) : customer.dice().pick("offer-" + campaign.code(), larger);
    }

    private static ChannelCode channel(SimulatedCustomer customer, Campaign campaign) {
        List<ChannelCode> open = CHANNELS.get(customer.market()).stream()
                .filter(channel ->
                        !Boolean.FALSE.equals(customer.traits().consents().get(channel)))
                .filter(channel ->
                        channel != ChannelCode.EMAIL || customer.traits().hasEmail())
                .toList();
        return customer.dice().pick("channel-" + campaign.code(), open);
    }
}
