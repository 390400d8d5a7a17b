package io.crosswise.channel;

/** One e-mail to one customer; personal data, so it prints nothing. @param idempotencyKey of the touch */
public record OfferLetter(String idempotencyKey, String to, String language, String subject, String text) {
    @Override
    public String toString() {
        return "OfferLetter[" + idempotencyKey + "]";
    }
}
