package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.ContactPolicy.Refusal;
import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies the contact policy to channels and candidates, counting every window in what was read of past contacts. */
public class JudgeContacts {
    /**
     * @param candidates in the order given, some refused by now
     * @param exclusions what must not be offered either as part of a bundle
     */
    public record Judged(ContactPermissions permissions, List<Candidate> candidates, Exclusions exclusions) {}

    /** @param opensAt when it may be offered again, null when no time changes it */
    private record Barred(Exclusion exclusion, Instant opensAt) {}

    /** @param zone where the customer's days begin and end */
    public Judged judge(
            ContactPolicy policy,
            List<Candidate> candidates,
            ContactHistory history,
            CustomerFacts customer,
            Instant now,
            ZoneId zone) {
        ContactPermissions permissions = channels(policy, history, customer, now, zone);
        List<Barred> barred = barred(policy, history, now, zone);
        List<Candidate> judged = new ArrayList<>();
        Map<String, Instant> opening = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            List<Barred> covering = barred.stream()
                    .filter(row -> row.exclusion().scope().covers(candidate))
                    .toList();
            Optional<Reason> refusal = covering.stream()
                    .findFirst()
                    .map(row -> row.exclusion().reason())
                    .or(() -> permissions.refusal(candidate));
            judged.add(refusal.map(candidate::rejected).orElse(candidate));
            boolean onlyTime = !covering.isEmpty() && covering.stream().allMatch(row -> row.opensAt() != null);
            if (onlyTime && candidate.isAllowed() && permissions.reach(candidate.categories())) {
                opening.put(
                        candidate.offer(),
                        covering.stream().map(Barred::opensAt).max(Instant::compareTo).orElseThrow());
            }
        }
        return new Judged(
                permissions.withOffersOpening(opening),
                judged,
                new Exclusions(barred.stream().map(Barred::exclusion).toList(), null, null));
    }

    private static List<Barred> barred(ContactPolicy policy, ContactHistory history, Instant now, ZoneId zone) {
        List<Barred> barred = new ArrayList<>();
        policy.refusals().forEach(refusal ->
                refusal.scope().forEach(scope -> barred.add(new Barred(new Exclusion(scope, refusal.reason()), null))));
        policy.caps().stream().filter(ContactCap::isAboutOffers).forEach(cap -> cap.offersOpen(history, now, zone)
                .forEach((scope, at) -> barred.add(new Barred(new Exclusion(scope, cap.reason()), cap.waits() ? at : null))));
        return barred;
    }

    private static ContactPermissions channels(
            ContactPolicy policy, ContactHistory history, CustomerFacts customer, Instant now, ZoneId zone) {
        Map<ChannelCode, Reason> refused = new EnumMap<>(ChannelCode.class);
        Map<ChannelCode, Instant> opening = new EnumMap<>(ChannelCode.class);
        Set<ChannelCode> forGood = EnumSet.noneOf(ChannelCode.class);
        for (Refusal refusal : policy.refusals()) {
            if (refusal.scope().isEmpty()) {
                refusal.channels().forEach(channel -> refused.putIfAbsent(channel, refusal.reason()));
                forGood.addAll(refusal.channels());
            }
        }
        for (ContactCap cap : policy.caps()) {
            Optional<Instant> opens = cap.isAboutOffers() ? Optional.empty() : cap.channelsOpen(history, now, zone);
            if (opens.isPresent()) {
                cap.channels().forEach(channel -> refused.putIfAbsent(channel, cap.reason()));
                cap.channels().forEach(channel -> opening.merge(channel, opens.get(), JudgeContacts::later));
                if (!cap.waits()) {
                    forGood.addAll(cap.channels());
                }
            }
        }
        for (ChannelCode channel : ChannelCode.values()) {
            if (policy.bases().stream().noneMatch(basis -> basis.channel() == channel)) {
                refused.putIfAbsent(channel, ContactPermissions.noBasis("Rien ne permet de contacter ce client par ce canal. || Nothing allows to contact this customer on this channel."));
                forGood.add(channel);
            }
        }
        opening.keySet().removeAll(forGood);
        List<ChannelCode> allowed =
                Arrays.stream(ChannelCode.values()).filter(channel -> !refused.containsKey(channel)).toList();
        return new ContactPermissions(allowed, refused, customer.unknowns(), opening, policy.bases(), Map.of());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
