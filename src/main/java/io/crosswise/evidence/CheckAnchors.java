package io.crosswise.evidence;

import io.crosswise.evidence.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the heads kept outside with those in the database: who cuts the end of both the rows and the chain is found here. */
final class CheckAnchors {
    private static final int AT_A_TIME = 1_000;
    private static final Duration LONGEST_WAY = Duration.ofMinutes(1);
    private final Chain chain;
    private final Findings findings;
    private long first = Long.MAX_VALUE;
    private long last;
    private long held;
    private long lost;
    private long firstLost;

    CheckAnchors(Chain chain, Findings findings) {
        this.chain = chain;
        this.findings = findings;
    }

    /**
     * @param end sequence the verification ends with; heads sealed since are not asked for
     * @param now heads sealed less than a minute before may still be on their way
     * @return heads found on both sides
     */
    long check(Anchors anchors, long end, Instant now) {
        anchors.read(
                AT_A_TIME,
                heads -> compare(heads, end),
                line -> missing(null, "Line " + line + " of " + anchors.place() + " cannot be read"));
        if (lost > 0) {
            findings.add(new Finding(
                    Kind.TRUNCATED,
                    null,
                    null,
                    firstLost,
                    "%d heads kept outside are not in the database, the first closes at %d, the last at %d: the log was cut or replaced"
                            .formatted(lost, firstLost, last)));
        }
        long begun = anchors.joined().orElse(1L);
        long before = chain.heads(begun, Math.min(first - 1, end));
        if (last > 0 && before > 0) {
            missing(1L, "%d heads are not in %s: nobody could see if the log had been replaced up to there".formatted(before, anchors.place()));
        }
        long between = chain.heads(Math.min(first, end + 1), Math.min(last, end)) - held;
        if (between > 0) {
            missing(null, "%d heads of the database are not in %s".formatted(between, anchors.place()));
        }
        long late = chain.headsFrom(last + 1, AT_A_TIME).stream()
                .filter(head -> head.sealedAt().isBefore(now.minus(LONGEST_WAY)))
                .count();
        if (late > 0) {
            missing(last + 1, "%d heads after this place are not in %s".formatted(late, anchors.place()));
        }
        return held;
    }

    private void missing(Long sequence, String detail) {
        findings.add(new Finding(Kind.ANCHORS_MISSING, null, null, sequence, detail));
    }

    private void compare(List<Head> kept, long end) {
        Map<Long, Head> stored = chain.headsAt(kept.stream().map(Head::last).distinct().toList()).stream()
                .collect(Collectors.toMap(Head::last, Function.identity()));
        for (Head anchor : kept) {
            boolean again = anchor.last() <= last;
            first = Math.min(first, anchor.last());
            last = Math.max(last, anchor.last());
            Head head = stored.get(anchor.last());
            if (head != null && Arrays.equals(head.hash(), anchor.hash())) {
                held += again || anchor.last() > end ? 0 : 1;
            } else {
                firstLost = lost == 0 ? anchor.last() : Math.min(firstLost, anchor.last());
                lost++;
            }
        }
    }
}
