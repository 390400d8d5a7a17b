package io.crosswise.learning.family;

import io.crosswise.learning.ContactExample;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recipes of the models that learn from past campaigns: P(buys within 30 days), offered or held back. */
final class OfferModels {
    private static final String HOUR_BAND = "hour_band";

    private OfferModels() {}

    /** For who holds nothing smaller of the category. */
    static Recipe propensity(ServiceCategory category) {
        return bought(
                "propensity-" + category.slug(),
                contact -> contact.treated() && !contact.upgrade() && contact.category() == category);
    }

    /** What is bought in the category by those who were held back by chance: P(buys anyway). */
    static Recipe baseline(ServiceCategory category) {
        return bought("baseline-" + category.slug(), contact -> !contact.treated() && contact.category() == category);
    }

    /** For who holds something smaller of the category. */
    static Recipe upsell(ServiceCategory category) {
        return bought(
                "upsell-" + category.slug(), contact -> contact.treated() && contact.upgrade() && contact.category() == category);
    }

    /** Of any offer through the channel, by the hour at which it was made. */
    static Recipe response(ChannelCode channel) {
        String model = "response-" + channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new BoostedRecipe(model, Objective.PROBABILITY, history -> {
            Rows rows = new Rows(HOUR_BAND);
            forEach(history, contact -> contact.treated() && contact.channel() == channel, contact -> rows.add(
                    contact.customer(),
                    contact.on(),
                    contact.features(),
                    contact.bought() ? 1 : 0,
                    contact.hourBand() == null ? Double.NaN : contact.hourBand()));
            return rows;
        });
    }

    private static Recipe bought(String model, Predicate<ContactExample> which) {
        return new BoostedRecipe(model, Objective.PROBABILITY, history -> {
            Rows rows = new Rows();
            forEach(history, which, contact -> rows.add(
                    contact.customer(), contact.on(), contact.features(), contact.bought() ? 1 : 0));
            return rows;
        });
    }

    static void forEach(
            TrainingHistory history, Predicate<ContactExample> which, Consumer<ContactExample> action) {
        try (Stream<ContactExample> contacts = history.contacts()) {
            contacts.filter(which).forEach(action);
        }
    }
}
