package io.crosswise.approval;

import io.crosswise.decision.Decision.Conversation;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.shared.Market;
import java.util.ArrayList;
import java.util.List;

/** How to talk about an offer, in steps: to a consumer what changes on the bill, to a company what changes on its sites. */
final class Playbook {
    private Playbook() {}

    /** @param conversation how one speaks with this customer, null when it is not known @param refers whether the customer is likely to bring others */
    static String of(Market market, OfferMade offer, Conversation conversation, boolean refers) {
        List<String> steps = new ArrayList<>();
        steps.add(market == Market.EBU
                ? "Ask about the sites and the people this is for, and who decides."
                : "Ask whether it is a good moment, and what the customer uses today.");
        if (conversation != null) {
            steps.add(manner(conversation));
        }
        steps.add(market == Market.EBU
                ? "Show the cost per site and month, and what it replaces."
                : "Say the monthly price with the discount, and how the bill changes.");
        steps.add(offer.contractMonths() > 0
                ? "Say that the contract runs for " + offer.contractMonths() + " months."
                : "Say that there is no commitment.");
        if (offer.trialDays() > 0) {
            steps.add("Propose to try it for " + offer.trialDays() + " days first.");
        }
        steps.add(market == Market.EBU
                ? "Agree on a date for the order and name the contact for the roll-out."
                : "Accept a no at once and note it, so that nobody calls again soon.");
        if (refers) {
            steps.add("At the end, ask whether they know somebody who would like our services: they are likely to recommend us.");
        }
        return String.join("\n", steps);
    }

    private static String manner(Conversation conversation) {
        String tone = switch (conversation.tone()) {
            case RELAXED -> "Speak relaxed";
            case PLAIN -> "Speak plainly";
            case COURTEOUS -> "Speak courteously and slowly";
        };
        String depth = switch (conversation.depth()) {
            case SHORT -> "keep it short.";
            case STEP_BY_STEP -> "explain step by step and offer help with setting it up.";
            case FIGURES -> "have prices, limits and speeds at hand.";
        };
        return tone + "; " + depth;
    }
}
