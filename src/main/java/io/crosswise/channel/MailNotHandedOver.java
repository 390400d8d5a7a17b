package io.crosswise.channel;

/** The mail surely has not left; trying again is safe. Carries no cause, since mail servers quote addresses. */
public class MailNotHandedOver extends RuntimeException {
    private MailNotHandedOver(String message) {
        super(message);
    }

    /** @param why without any personal data */
    public static MailNotHandedOver because(OfferLetter letter, String why) {
        return new MailNotHandedOver("Mail " + letter.idempotencyKey() + " was not handed over: " + why);
    }
}
