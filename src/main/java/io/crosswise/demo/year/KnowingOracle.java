package io.crosswise.demo.year;

import io.crosswise.candidate.Candidate;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.decision.DecisionInput;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The oracle's view of a candidate: the channel is assigned after ranking, so it takes the mean over those that may be used. */
final class KnowingOracle implements RankForYear.Oracle {
    private final World world;
    private final TrueValue value;
    private final Set<ChannelCode> connected;
    private final Map<ChannelCode, Money> contactCost;

    KnowingOracle(World world, TrueValue value, Set<ChannelCode> connected, Map<ChannelCode, Money> contactCost) {
        this.world = world;
        this.value = value;
        this.connected = connected;
        this.contactCost = contactCost;
    }

    @Override
    public double value(DecisionInput input, Candidate candidate, List<ChannelCode> allowedChannels) {
        List<Offer> parts = candidate.services().stream()
                .map(service -> world.shelf.selling(service, input.profile().market()))
                .toList();
        Occasion now = new Occasion("now", input.profile().id(), input.trigger().type(), world.today(), LocalTime.NOON);
        return allowedChannels.stream()
                .filter(connected::contains)
                .mapToDouble(channel -> value.of(new Presented(
                        now,
                        parts,
                        candidate.discount(),
                        channel,
                        null,
                        contactCost.getOrDefault(channel, Money.ZERO).doubleValue(),
                        Double.NaN)))
                .average()
                .orElse(0);
    }
}
