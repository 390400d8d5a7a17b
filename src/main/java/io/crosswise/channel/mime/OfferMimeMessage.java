package io.crosswise.channel.mime;

import io.crosswise.channel.OfferLetter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * An offer letter as it travels. Its Message-ID follows from the idempotency key, so a repeated letter can be recognised by any
 * receiver, and it remembers whether its content began to leave.
 */
public class OfferMimeMessage extends MimeMessage {
    private final String idempotencyKey;
    private boolean contentStarted;

    private OfferMimeMessage(Session session, String idempotencyKey) {
        super(session);
        this.idempotencyKey = idempotencyKey;
    }

    /** @param sender also where opt-outs go @return empty when the letter's address is none */
    public static Optional<OfferMimeMessage> of(OfferLetter letter, Session session, String sender, Instant at) {
        return recipient(letter).map(to -> render(letter, session, sender, at, to));
    }

    /** Whether any of it may have reached the other side. */
    public boolean contentStarted() {
        return contentStarted;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        contentStarted = true;
        super.writeTo(out, ignoreList);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + idempotencyKey + "@crosswise>");
    }

    private static OfferMimeMessage render(
            OfferLetter letter, Session session, String sender, Instant at, InternetAddress to) {
        try {
            OfferMimeMessage message = new OfferMimeMessage(session, letter.idempotencyKey());
            message.setFrom(new InternetAddress(sender, true));
            message.setRecipient(Message.RecipientType.TO, to);
            message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), "UTF-8");
            message.setText(letter.text(), "UTF-8");
            message.setContentLanguage(new String[] {letter.language()});
            message.setHeader("List-Unsubscribe", "<mailto:" + sender + "?subject=STOP>");
            message.setSentDate(Date.from(at));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("crosswise.channel.sender is no mail address: " + sender);
        }
    }

    private static Optional<InternetAddress> recipient(OfferLetter letter) {
        try {
            InternetAddress address = new InternetAddress(letter.to(), true);
            return letter.to().contains("@") ? Optional.of(address) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
