package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What allows a contact by law: a row of the contact policy that names it.
 *
 * @param reason its code is the basis, for example {@code CONSENT}; its rule the row
 * @param scope categories of offers it covers; empty covers all
 */
public record LegalBasis(ChannelCode channel, Reason reason, Set<ServiceCategory> scope) implements Serializable {
    /** Whether it allows to speak about an offer: all of its categories must be covered. */
    boolean covers(Collection<ServiceCategory> categories) {
        return scope.isEmpty() || scope.containsAll(categories);
    }

    /** Both, for an offer that neither covers alone: the codes and the rows of the two, and what they say one after the other. */
    LegalBasis and(LegalBasis other) {
        Set<ServiceCategory> both = EnumSet.copyOf(scope);
        both.addAll(other.scope);
        return new LegalBasis(
                channel,
                new Reason(
                        joined("+", reason.code(), other.reason.code()),
                        reason.stage(),
                        joined(", ", reason.rule(), other.reason.rule()),
                        joined(" ", reason.text(), other.reason.text()),
                        joined(" ", reason.fr(), other.reason.fr())),
                both);
    }

    private static String joined(String separator, String one, String other) {
        return Stream.of(one, other).filter(Objects::nonNull).distinct().reduce((first, second) -> first + separator + second).orElse(null);
    }
}
