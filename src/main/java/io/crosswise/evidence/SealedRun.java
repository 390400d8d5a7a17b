package io.crosswise.evidence;

import java.util.List;

/** What one run of the sealer adds to the chain. */
public record SealedRun(List<Seal> seals, Head head) {}
