package io.crosswise.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.candidate.NetValue;
import io.crosswise.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * A decision told to a person, in one language.
 *
 * @param headline one sentence that says what came out
 * @param why sentences in the order a person would say them
 * @param offer null when none is named
 * @param contact null when nobody is contacted
 * @param closedChannels why nobody could be told, where no offer was made; null where one was
 * @param features of the customer that moved the chance of a yes most, largest effect first; empty without offer
 * @param others every other offer and why it is not the one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        String decisionId,
        String customerId,
        String lang,
        Instant decidedAt,
        String outcome,
        String headline,
        List<String> why,
        Offer offer,
        Contact contact,
        List<ClosedChannel> closedChannels,
        List<Feature> features,
        List<Other> others) {

    /** @param value in euros over the horizon, part by part; null where the record has none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offer(String code, String name, Money monthlyPrice, Money discount, String text, NetValue value) {}

    /**
     * @param text why this channel
     * @param legalBasis code of the law or consent that allowed it, null when the record names none
     * @param legalText the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(String channel, String text, String legalBasis, String legalText) {}

    /**
     * @param reason stable code
     * @param text why it could not be used
     * @param opensAt when a cap lets it be used again, null when no time changes it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClosedChannel(String channel, String reason, String text, Instant opensAt) {}

    /** @param words the feature in business words @param value null unknown @param points added to the chance, 0.01 is a point */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Feature(String feature, String words, Double value, double points) {}

    /**
     * @param stage in words
     * @param rule row or rule that spoke, null where plain arithmetic did
     * @param expectedValue euros over the horizon, null when it was refused before it was valued
     * @param counterfactual the change that would have let it through, found by deciding again; null when no single one does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Other(
            String offer,
            String name,
            String verdict,
            String stage,
            String reason,
            String rule,
            String text,
            Money expectedValue,
            Counterfactual counterfactual) {}

    /**
     * @param code stable name of the change
     * @param verified whether it was run and let the offer through; what was not is not told
     */
    public record Counterfactual(String code, String text, boolean verified) {}
}
