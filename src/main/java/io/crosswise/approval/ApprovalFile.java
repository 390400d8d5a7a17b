package io.crosswise.approval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person sees at a task about an offer; no personal data.
 *
 * @param discount euros per month as it stands
 * @param maxDiscount largest discount allowed, euros per month
 * @param expectedValue euros over the horizon
 * @param why the reasons for this offer, and what it was preferred to; one per line
 * @param playbook how to talk about it, one step per line
 */
public record ApprovalFile(
        String customer,
        String offer,
        double monthlyPrice,
        double discount,
        double maxDiscount,
        double expectedValue,
        String why,
        String playbook) {

    /** The same as the variables a form reads: names of this record's components, texts and numbers only. */
    public Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("customer", customer);
        variables.put("offer", offer);
        variables.put("monthlyPrice", monthlyPrice);
        variables.put("discount", discount);
        variables.put("maxDiscount", maxDiscount);
        variables.put("expectedValue", expectedValue);
        variables.put("why", why);
        variables.put("playbook", playbook);
        return variables;
    }
}
