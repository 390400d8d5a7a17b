package io.crosswise.channel.smtp;

import io.crosswise.channel.MailNotHandedOver;
import io.crosswise.channel.OfferLetter;
import io.crosswise.channel.OfferMail;
import io.crosswise.channel.mime.OfferMimeMessage;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends letters to a mail server. A server may deliver the same letter twice, so a letter whose content began to leave without an
 * answer from the server is never repeated.
 */
public class SmtpOfferMail implements OfferMail {
    private final JavaMailSenderImpl server;
    private final String sender;
    private final Clock clock;

    public SmtpOfferMail(JavaMailSenderImpl server, String sender, Clock clock) {
        this.server = server;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public boolean removesDuplicates() {
        return false;
    }

    @Override
    public HandOver send(OfferLetter letter) {
        Optional<OfferMimeMessage> message = OfferMimeMessage.of(letter, server.getSession(), sender, clock.instant());
        if (message.isEmpty()) {
            return HandOver.ADDRESS_REFUSED;
        }
        try {
            server.send(message.get());
            return HandOver.DONE;
        } catch (MailException e) {
            return afterFailure(letter, message.get().contentStarted(), e);
        }
    }

    private static HandOver afterFailure(OfferLetter letter, boolean contentStarted, MailException e) {
        Exception failure = failureOf(e);
        if (contentStarted && failure == null) {
            // Only taking leave of the server failed.
            return HandOver.DONE;
        }
        Integer code = replyCode(failure == null ? e : failure);
        if (code == null && contentStarted) {
            return HandOver.UNKNOWN;
        }
        if (!contentStarted && find(failure, SMTPAddressFailedException.class) != null && code != null && code >= 500) {
            return HandOver.ADDRESS_REFUSED;
        }
        throw MailNotHandedOver.because(
                letter, code == null ? "no connection to the mail server" : "the mail server answered " + code);
    }

    /** What stopped this message, null when nothing did. */
    private static Exception failureOf(MailException e) {
        if (e instanceof MailSendException send && !send.getFailedMessages().isEmpty()) {
            return send.getFailedMessages().values().iterator().next();
        }
        return null;
    }

    /** The server's own word, null when it gave none. */
    private static Integer replyCode(Exception failure) {
        SMTPAddressFailedException address = find(failure, SMTPAddressFailedException.class);
        if (address != null) {
            return address.getReturnCode();
        }
        SMTPSendFailedException sending = find(failure, SMTPSendFailedException.class);
        return sending == null || sending.getReturnCode() < 400 ? null : sending.getReturnCode();
    }

    private static <T extends Exception> T find(Exception failure, Class<T> type) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (type.isInstance(next)) {
                return type.cast(next);
            }
            if (next instanceof jakarta.mail.MessagingException chained && type.isInstance(chained.getNextException())) {
                return type.cast(chained.getNextException());
            }
        }
        return null;
    }
}
