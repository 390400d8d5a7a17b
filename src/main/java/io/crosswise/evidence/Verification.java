package io.crosswise.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What a verification found.
 *
 * @param intact whether all that is sealed is as it was sealed
 * @param whole false when only a part of the chain was looked at
 * @param sealed rows in the whole chain
 * @param from sequence of the first row that was verified
 * @param to sequence of the last one
 * @param heads runs of the sealer in that part
 * @param anchored heads of that part that are kept outside the database as they are; null for a part
 * @param unsealedTail rows that are not sealed yet and therefore not verified
 * @param findings the first thousand @param findingsTotal all of them
 */
public record Verification(
        boolean intact,
        boolean whole,
        long sealed,
        long from,
        long to,
        long heads,
        Long anchored,
        Tail unsealedTail,
        List<Finding> findings,
        long findingsTotal,
        Instant verifiedAt,
        double seconds) {}
