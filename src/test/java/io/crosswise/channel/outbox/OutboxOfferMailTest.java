package io.crosswise.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.channel.OfferLetter;
import io.crosswise.channel.OfferMail.HandOver;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxOfferMailTest {
    private static final OfferLetter LETTER =
            new OfferLetter("D-1.email", "anna@example.invalid", "en", "An offer", "Hello,\n€35.00 a month.\n");

    @TempDir
    Path parent;

    @Test
    void filesTheLetterUnderItsKey() throws Exception {
        assertThat(outbox(parent.resolve("outbox")).send(LETTER)).isEqualTo(HandOver.DONE);

        assertThat(filesIn(parent.resolve("outbox"))).containsExactly("D-1.email.eml");
        try (InputStream in = Files.newInputStream(parent.resolve("outbox/D-1.email.eml"))) {
            MimeMessage filed = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(filed.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.invalid");
            assertThat(filed.getContent().toString()).contains("€35.00 a month");
        }
    }

    @Test
    void leavesOneFileHoweverOftenALetterIsRepeated() throws IOException {
        outbox(parent).send(LETTER);
        byte[] first = Files.readAllBytes(parent.resolve("D-1.email.eml"));
        outbox(parent).send(LETTER);

        assertThat(filesIn(parent)).containsExactly("D-1.email.eml");
        assertThat(parent.resolve("D-1.email.eml")).hasBinaryContent(first);
    }

    @Test
    void staysInItsFolderWhateverTheKey() throws IOException {
        Path folder = parent.resolve("outbox");
        outbox(folder).send(new OfferLetter("../../etc/D 1", "anna@example.invalid", "en", "s", "t"));

        assertThat(filesIn(folder)).containsExactly("..%2F..%2Fetc%2FD+1.eml");
        assertThat(filesIn(parent)).containsExactly("outbox");
    }

    @Test
    void failsWhenTheFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(parent.resolve("taken"));

        assertThatThrownBy(() -> outbox(file).send(LETTER)).isInstanceOf(UncheckedIOException.class);
    }

    private static OutboxOfferMail outbox(Path folder) {
        return new OutboxOfferMail(
                folder, "offers@example.invalid", Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
