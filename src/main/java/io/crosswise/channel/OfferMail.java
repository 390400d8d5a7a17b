package io.crosswise.channel;

/** Sends an offer by e-mail. */
public interface OfferMail {
    /**
     * @return what is known of the message afterwards
     * @throws MailNotHandedOver when it surely has not left and a later attempt may succeed
     */
    HandOver send(OfferLetter letter);

    /** Whether sending the same key twice reaches the customer once. */
    boolean removesDuplicates();

    /** Deletes the copy of a letter that is still at hand here; does nothing where none is kept. */
    default void forget(String idempotencyKey) {}

    enum HandOver {
        DONE,
        /** It was on its way when the connection broke. */
        UNKNOWN,
        /** The address is none, or its server refuses it for good. */
        ADDRESS_REFUSED
    }
}
