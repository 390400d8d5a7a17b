package io.crosswise.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.crosswise.channel.MailNotHandedOver;
import io.crosswise.channel.OfferLetter;
import io.crosswise.channel.OfferMail.HandOver;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpOfferMailTest {
    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final OfferLetter LETTER = new OfferLetter(
            "D-1.email", "anna@example.invalid", "fr", "Une offre pour vous : Fibre été\r\nBcc: all@example.invalid",
            "Bonjour,\n35,00 € par mois.\n");

    @Test
    void handsTheLetterOverWithItsKeyAndAWayOut() throws Exception {
        assertThat(mail(MAIL.getSmtp().getPort()).send(LETTER)).isEqualTo(HandOver.DONE);

        MimeMessage received = MAIL.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Une offre pour vous : Fibre été  Bcc: all@example.invalid");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.invalid");
        assertThat(received.getMessageID()).isEqualTo("<D-1.email@crosswise>");
        assertThat(received.getHeader("List-Unsubscribe")).containsExactly("<mailto:offers@example.invalid?subject=STOP>");
        assertThat(received.getContent().toString()).contains("35,00 € par mois");
        assertThat(GreenMailUtil.getHeaders(received)).doesNotContain("\nBcc:");
    }

    @Test
    void mayTryAgainWhenNobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThatThrownBy(() -> mail(closed).send(LETTER))
                .isInstanceOf(MailNotHandedOver.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void mayTryAgainWhenTheServerRefusesForNow() throws IOException {
        for (String command : new String[] {"MAIL", "RCPT", "DATA", "."}) {
            try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(command, "451 anna@example.invalid: try later"))) {
                assertThatThrownBy(() -> mail(server.port()).send(LETTER))
                        .isInstanceOf(MailNotHandedOver.class)
                        .hasMessageContaining("451")
                        .hasMessageNotContaining("anna")
                        .hasNoCause();
            }
        }
    }

    @Test
    void mayTryAgainWhenTheConnectionBreaksBeforeTheContent() throws IOException {
        for (String command : new String[] {"EHLO", "MAIL", "RCPT", "DATA"}) {
            try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(command, ScriptedSmtpServer.HANG_UP))) {
                assertThatThrownBy(() -> mail(server.port()).send(LETTER)).isInstanceOf(MailNotHandedOver.class);
            }
        }
    }

    @Test
    void doesNotKnowWhenTheServerHangsUpAfterTheContent() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(".", ScriptedSmtpServer.HANG_UP))) {
            assertThat(mail(server.port()).send(LETTER)).isEqualTo(HandOver.UNKNOWN);
        }
    }

    @Test
    void isDoneWhenOnlyTheGoodbyeFails() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("QUIT", ScriptedSmtpServer.HANG_UP))) {
            assertThat(mail(server.port()).send(LETTER)).isEqualTo(HandOver.DONE);
        }
    }

    @Test
    void givesUpAnAddressRefusedForGood() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("RCPT", "550 no such user"))) {
            assertThat(mail(server.port()).send(LETTER)).isEqualTo(HandOver.ADDRESS_REFUSED);
        }
    }

    @Test
    void givesUpWhatIsNoAddress() {
        OfferLetter nowhere = new OfferLetter("k", "anna at home", "fr", "s", "t");

        assertThat(mail(MAIL.getSmtp().getPort()).send(nowhere)).isEqualTo(HandOver.ADDRESS_REFUSED);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    private static SmtpOfferMail mail(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return new SmtpOfferMail(
                server, "offers@example.invalid", Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC));
    }
}
