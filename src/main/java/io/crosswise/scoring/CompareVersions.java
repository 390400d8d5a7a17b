package io.crosswise.scoring;

import io.crosswise.scoring.Comparison.Arm;
import io.crosswise.scoring.Comparison.Duel;
import io.crosswise.scoring.Comparison.Shadow;
import io.crosswise.scoring.Comparison.Split;
import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares the challengers of a model with its champion by what customers did. */
public class CompareVersions {
    private final ModelVersions versions;
    private final ScoredOffers offers;

    public CompareVersions(ModelVersions versions, ScoredOffers offers) {
        this.versions = versions;
        this.offers = offers;
    }

    /** @throws UnknownModel when there is no such model */
    public Comparison compare(String name) {
        List<Model> all = versions.of(name);
        if (all.isEmpty()) {
            throw UnknownModel.named(name);
        }
        Optional<Model> champion =
                all.stream().filter(model -> model.state() == ModelState.CHAMPION).findFirst();
        List<Duel> duels = new ArrayList<>();
        champion.ifPresent(present -> all.stream()
                .filter(model -> model.state() == ModelState.CHALLENGER)
                .forEach(challenger -> duels.add(duel(present, challenger))));
        return new Comparison(name, champion.map(Model::version).orElse(null), duels);
    }

    private Duel duel(Model champion, Model challenger) {
        Instant since = champion.changedAt().isAfter(challenger.changedAt()) ? champion.changedAt() : challenger.changedAt();
        return challenger.challenge().mode() == Mode.SPLIT
                ? split(champion, challenger, since)
                : shadow(champion, challenger, since);
    }

    private Duel split(Model champion, Model challenger, Instant since) {
        Arm before = offers.arm(champion.name(), champion.version(), since);
        Arm after = offers.arm(champion.name(), challenger.version(), since);
        Split split = new Split(before, after, ConversionDifference.of(before, after));
        String remark = split.difference() == null ? "One of the two has decided for nobody yet" : null;
        return new Duel(challenger.version(), challenger.challenge(), since, split, null, remark);
    }

    private Duel shadow(Model champion, Model challenger, Instant since) {
        ServiceCategory category = category(champion.name());
        ChannelCode channel = channel(champion.name());
        Shadow shadow = null;
        String remark = "Answers to offers do not tell whether this model is right";
        if (category != null || channel != null) {
            shadow = offers.pairs(champion.name(), champion.version(), challenger.version(), category, channel, since)
                    .compare();
            remark = shadow == null ? "Too few of the offers that both have scored are answered yet" : null;
        }
        return new Duel(challenger.version(), challenger.challenge(), since, null, shadow, remark);
    }

    /** What a model of P(buys | offered) says is about offers of its category only. */
    private static ServiceCategory category(String model) {
        return Arrays.stream(ServiceCategory.values())
                .filter(category -> model.equals("propensity-" + category.slug()) || model.equals("upsell-" + category.slug()))
                .findFirst()
                .orElse(null);
    }

    private static ChannelCode channel(String model) {
        return Arrays.stream(ChannelCode.values())
                .filter(channel -> model.equals("response-" + channel.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElse(null);
    }
}
