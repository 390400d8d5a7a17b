package io.crosswise.scoring;

import java.util.List;

/** What became of the wish to change a version's state. */
public sealed interface ModelChange {
    record Changed(Model model) implements ModelChange {}

    /** @param gates that it did not pass */
    record Blocked(List<ReleaseGate> gates) implements ModelChange {}

    /** @param code stable, {@code SCREAMING_CASE} @param text what to do instead */
    record Refused(String code, String text) implements ModelChange {}
}
