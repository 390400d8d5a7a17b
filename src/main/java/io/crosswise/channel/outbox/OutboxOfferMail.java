package io.crosswise.channel.outbox;

import io.crosswise.channel.OfferLetter;
import io.crosswise.channel.OfferMail;
import io.crosswise.channel.mime.OfferMimeMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/**
 * Files letters as {@code .eml} in a folder, where no mail server is configured. A file appears whole or not at all, under a name
 * that follows from the idempotency key, so repeating a letter leaves one file.
 */
public class OutboxOfferMail implements OfferMail {
    private final Path folder;
    private final String sender;
    private final Clock clock;

    public OutboxOfferMail(Path folder, String sender, Clock clock) {
        this.folder = folder;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public boolean removesDuplicates() {
        return true;
    }

    /** @throws UncheckedIOException when the folder cannot be written */
    @Override
    public HandOver send(OfferLetter letter) {
        Optional<OfferMimeMessage> message =
                OfferMimeMessage.of(letter, Session.getInstance(new Properties()), sender, clock.instant());
        if (message.isEmpty()) {
            return HandOver.ADDRESS_REFUSED;
        }
        try {
            file(name(letter.idempotencyKey()), message.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HandOver.DONE;
    }

    /** @throws UncheckedIOException when the letter is there and cannot be deleted */
    @Override
    public void forget(String idempotencyKey) {
        try {
            Files.deleteIfExists(folder.resolve(name(idempotencyKey) + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String idempotencyKey) {
        return URLEncoder.encode(idempotencyKey, StandardCharsets.UTF_8);
    }

    private void file(String name, OfferMimeMessage message) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name + ".eml");
        if (Files.exists(target)) {
            return;
        }
        Path draft = Files.createTempFile(folder, name, ".tmp");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            message.writeTo(out);
            channel.force(true);
        } catch (MessagingException e) {
            throw new IOException("The letter " + name + " cannot be rendered");
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
