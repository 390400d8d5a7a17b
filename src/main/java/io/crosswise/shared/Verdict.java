package io.crosswise.shared;

import java.io.Serializable;

/** "No" is data: what a policy answers about one candidate. */
public sealed interface Verdict extends Serializable {
    Verdict ALLOWED = new Allowed();

    record Allowed() implements Verdict {}

    record Rejected(Reason reason) implements Verdict {}

    static Verdict rejected(Reason reason) {
        return new Rejected(reason);
    }

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
