package io.crosswise.approval;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.shared.Market;
import io.crosswise.shared.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prepares the file a person needs to agree to an offer or to talk about it: who, what, why, and how to say it. */
public class PrepareApproval {
    private static final int RUNNERS_UP = 3;
    /** The engine keeps texts of up to 4,000 characters. */
    private static final int MAX_TEXT = 2_000;

    /** @throws IllegalArgumentException when the decision makes no offer */
    public ApprovalFile prepare(DecisionWithState found, CustomerProfile customer) {
        Decision decision = found.decision();
        OfferMade offer = decision.offer();
        if (offer == null) {
            throw new IllegalArgumentException("Decision " + decision.decisionId() + " makes no offer to agree to");
        }
        return new ApprovalFile(
                cut(describe(customer, decision)),
                offer.name() + " (" + offer.code() + ")",
                offer.monthlyPrice().doubleValue(),
                found.discount().doubleValue(),
                offer.maxDiscount().doubleValue(),
                decision.expectedValue() == null ? 0 : decision.expectedValue().doubleValue(),
                cut(why(decision)),
                Playbook.of(decision.market(), offer, decision.conversation(), Boolean.TRUE.equals(decision.referral())));
    }

    private static String describe(CustomerProfile customer, Decision decision) {
        Integer tenure = customer.tenureMonths(LocalDate.ofInstant(decision.decidedAt(), ZoneOffset.UTC));
        String holdings = customer.holdings().stream().map(Holding::service).collect(Collectors.joining(", "));
        return Stream.of(
                        customer.id().value(),
                        decision.segment() == null ? null : decision.segment().name(),
                        tenure == null ? null : tenure + " months with us",
                        size(customer),
                        holdings.isEmpty() ? "holds nothing yet" : "holds " + holdings)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String size(CustomerProfile customer) {
        return customer.market() == Market.EBU && customer.company() != null && customer.company().employees() != null
                ? customer.company().employees() + " employees"
                : null;
    }

    private static String why(Decision decision) {
        List<String> lines = new ArrayList<>();
        Stream.of(decision.reason(), decision.approval() == null ? null : decision.approval().reason())
                .filter(Objects::nonNull)
                .map(Reason::text)
                .filter(Objects::nonNull)
                .forEach(lines::add);
        if (decision.propensity() != null) {
            lines.add(String.format(Locale.ROOT, "Likely to accept: %.0f %%", 100 * decision.propensity()));
        }
        if (decision.outlook() != null && decision.outlook().churn12() != null) {
            lines.add(String.format(
                    Locale.ROOT, "Likely to leave within a year: %.0f %%", 100 * decision.outlook().churn12().value()));
        }
        if (decision.outlook() != null && decision.outlook().lifetimeValue() != null) {
            lines.add("Expected to bring " + decision.outlook().lifetimeValue() + " of margin while a customer");
        }
        decision.candidates().stream()
                .filter(candidate -> candidate.verdict() == CandidateVerdict.SELECTED && candidate.text() != null)
                .map(CandidateResult::text)
                .forEach(lines::add);
        decision.candidates().stream()
                .filter(candidate -> candidate.verdict() == CandidateVerdict.OUTRANKED && candidate.expectedValue() != null)
                .sorted(Comparator.comparing(CandidateResult::expectedValue).reversed())
                .limit(RUNNERS_UP)
                .map(runnerUp -> "Preferred to " + runnerUp.offer() + ", worth " + runnerUp.expectedValue())
                .forEach(lines::add);
        return lines.stream().distinct().collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
