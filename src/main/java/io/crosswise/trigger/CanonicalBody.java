package io.crosswise.trigger;

/** Tells whether two events with the same id say the same. */
public interface CanonicalBody {
    /** SHA-256 of the canonical JSON (sorted keys) of type, subject, time and data, hexadecimal. */
    String sha256(TriggerEvent event);
}
