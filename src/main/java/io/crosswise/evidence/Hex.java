package io.crosswise.evidence;

import java.util.HexFormat;

/** Hashes as people compare them. */
public final class Hex {
    private Hex() {}

    public static String of(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
