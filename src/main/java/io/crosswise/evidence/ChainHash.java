package io.crosswise.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of the chain: HMAC-SHA-256 (RFC 2104) under one key. Keeps a running state, so each thread needs its own. */
final class ChainHash {
    /** What comes before the first link. */
    static final byte[] GENESIS = new byte[32];

    private static final byte LINK = 1;
    private static final byte HEAD = 2;
    private static final byte[] GONE = new byte[0];
    private final Mac mac;

    ChainHash(SealingKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param previous hash of the link before, or of the head that closed the run before */
    byte[] link(byte[] previous, long sequence, LogItem item) {
        mac.update(LINK);
        part(previous);
        number(sequence);
        number(item.eventId() == null ? 0 : item.eventId());
        part(item.decisionId().getBytes(StandardCharsets.UTF_8));
        part(item.content() == null ? GONE : item.content());
        return mac.doFinal();
    }

    /** @param link hash of the last link of the run */
    byte[] head(byte[] link, long first, long last, Instant sealedAt) {
        mac.update(HEAD);
        part(link);
        number(first);
        number(last);
        number(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt));
        return mac.doFinal();
    }

    /** With its length, so that no two sequences of parts read the same. */
    private void part(byte[] bytes) {
        number(bytes.length);
        mac.update(bytes);
    }

    private void number(long value) {
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }
}
