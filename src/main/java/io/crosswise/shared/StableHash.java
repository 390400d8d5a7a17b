package io.crosswise.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Chance without luck: the same salt and key always fall into the same bucket (SHA-256, first eight bytes). */
public final class StableHash {
    /** Cloned for every use: looking the algorithm up costs more than hashing a short key. */
    private static final MessageDigest SHA_256 = lookUp();

    private StableHash() {}

    /** A bucket in [0, buckets), uniform over keys and independent between salts. */
    public static int bucket(String salt, String key, int buckets) {
        return (int) Long.remainderUnsigned(word(salt, key), buckets);
    }

    /** A number in [0,1), uniform over keys and independent between salts. */
    public static double uniform(String salt, String key) {
        return (word(salt, key) >>> 11) * 0x1.0p-53;
    }

    /** The SHA-256 of the bytes, in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static long word(String salt, String key) {
        MessageDigest digest = digest();
        digest.update(salt.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static MessageDigest digest() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
