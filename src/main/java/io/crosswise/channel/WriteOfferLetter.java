package io.crosswise.channel;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.PersonalData;
import io.crosswise.decision.Decision.Conversation;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.experiment.ArmTaken;
import io.crosswise.policy.Sociostyle.Depth;
import io.crosswise.policy.Sociostyle.Tone;
import io.crosswise.shared.Money;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Words an offer for the customer, in French or English; every letter says how to opt out (French law). The sentences are in
 * {@code offer-letter*.properties}.
 */
public class WriteOfferLetter {
    private final ChannelSettings settings;

    public WriteOfferLetter(ChannelSettings settings) {
        this.settings = settings;
    }

    public OfferLetter write(
            String idempotencyKey, DecisionWithState decision, CustomerProfile customer, PersonalData personal) {
        Sentences say = new Sentences(locale(customer), variant(decision.decision()));
        OfferMade offer = decision.decision().offer();
        List<String> lines = new ArrayList<>();
        Conversation conversation = decision.decision().conversation();
        lines.add(greeting(say, conversation, personal.name()));
        lines.add("");
        lines.add(say.text("offer", offer.name(), say.euros(offer.monthlyPrice().minus(decision.discount()))));
        if (decision.discount().isPositive()) {
            lines.add(say.text("discount", say.euros(decision.discount()), say.euros(offer.monthlyPrice())));
        }
        lines.add(offer.contractMonths() > 0
                ? say.text("commitment", offer.contractMonths())
                : say.text("noCommitment"));
        if (offer.trialDays() > 0) {
            lines.add(say.text("trial", offer.trialDays()));
        }
        depth(say, conversation, offer.monthlyPrice().minus(decision.discount())).ifPresent(lines::add);
        lines.add("");
        lines.add(say.text("answer", decision.decision().decisionId().value()));
        lines.add("");
        lines.add(say.text("optOut", settings.sender()));
        return new OfferLetter(
                idempotencyKey,
                personal.email(),
                say.locale().getLanguage(),
                say.text("subject", offer.name()),
                String.join("\n", lines) + "\n");
    }

    private static String greeting(Sentences say, Conversation conversation, String name) {
        if (name == null) {
            return say.text("greetingUnknown");
        }
        return conversation == null || conversation.tone() == Tone.PLAIN
                ? say.text("greeting", name)
                : say.text("greeting." + conversation.tone(), name);
    }

    /** @param price euros per month after discount */
    private static Optional<String> depth(Sentences say, Conversation conversation, Money price) {
        return conversation == null || conversation.depth() == Depth.SHORT
                ? Optional.empty()
                : Optional.of(say.text(conversation.depth().name(), say.euros(price), say.euros(price.times(12))));
    }

    /** The wording an experiment asks for, null for the usual one. */
    private static String variant(Decision decision) {
        return decision.experiments().stream()
                .filter(ArmTaken::exposed)
                .map(ArmTaken::variant)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Locale locale(CustomerProfile customer) {
        boolean known = customer.person() != null && customer.person().language() != null;
        String language = known ? customer.person().language() : settings.language();
        return language.toLowerCase(Locale.ROOT).startsWith("fr") ? Locale.FRANCE : Locale.UK;
    }

    /** A sentence that has no wording of the variant is said as usual. */
    private record Sentences(Locale locale, ResourceBundle bundle, String variant) {
        Sentences(Locale locale, String variant) {
            this(locale, LetterVariants.sentences(locale), variant);
        }

        String text(String key, Object... values) {
            String varied = LetterVariants.key(variant, key);
            return new MessageFormat(bundle.getString(bundle.containsKey(varied) ? varied : key), locale).format(values);
        }

        String euros(Money money) {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(Currency.getInstance("EUR"));
            return format.format(money.amount());
        }
    }
}
