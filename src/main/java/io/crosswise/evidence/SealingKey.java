package io.crosswise.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The secret that seals the log; its id says which key it was without telling the key. */
public final class SealingKey {
    private static final int FEWEST_BYTES = 32;
    private final byte[] secret;
    private final String id;

    /** @throws IllegalArgumentException with fewer than 32 bytes */
    public SealingKey(byte[] secret) {
        if (secret.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("A key that seals the decision log has at least 32 bytes");
        }
        this.secret = secret.clone();
        this.id = idOf(secret);
    }

    /** @throws IllegalArgumentException unless the text is Base64 of at least 32 bytes */
    public static SealingKey of(String base64) {
        return new SealingKey(Base64.getDecoder().decode(base64.strip()));
    }

    /** 16 hexadecimal digits that follow from the key. */
    public String id() {
        return id;
    }

    byte[] secret() {
        return secret;
    }

    private static String idOf(byte[] secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("crosswise decision log key ".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha256.digest(secret), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
