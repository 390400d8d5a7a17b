package io.crosswise.channel;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.channel.jdbc.JdbcTouches;
import io.crosswise.channel.outbox.OutboxOfferMail;
import io.crosswise.customer.PersonalData;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.Database;
import io.crosswise.testing.MemoryCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job retried after a crash does, on a real database and a real folder. */
class CrashBetweenClaimAndSentIT {
    private static final DecisionId OFFER = new DecisionId("D-1");
    private static final Clock CLOCK = Clock.fixed(DECIDED_AT, ZoneOffset.UTC);

    @TempDir
    Path outbox;

    private final Database database = new Database().with(aDecision().withState()).withCustomer("C-000042");
    private final JdbcTouches touches = new JdbcTouches(database.jdbc, database.transactions);
    private final MemoryCustomers customers = new MemoryCustomers()
            .with(aCustomer().build(), new PersonalData("Anna", "anna@example.invalid", null));

    @Test
    void beforeTheLetterIsFiledTheRetryFilesIt() throws IOException {
        assertThatThrownBy(() -> job(new CrashesAfterItsClaim())).hasMessage("crash");
        assertThat(state()).isEqualTo(Touch.State.CLAIMED);
        assertThat(letters()).isZero();

        assertThat(job(outboxMail())).isEqualTo(DispatchResult.SENT);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void afterTheLetterIsFiledTheRetryLeavesOneLetter() throws IOException {
        assertThatThrownBy(() -> job(new CrashesAfterFiling())).hasMessage("crash");
        assertThat(state()).isEqualTo(Touch.State.CLAIMED);
        assertThat(letters()).isEqualTo(1);

        assertThat(job(outboxMail())).isEqualTo(DispatchResult.SENT);
        assertThat(letters()).isEqualTo(1);
        assertThat(state()).isEqualTo(Touch.State.SENT);
    }

    @Test
    void afterTheTouchIsSettledTheRetryOnlyReportsIt() throws IOException {
        assertThatThrownBy(() -> database.transaction.executeWithoutResult(job -> {
                    dispatch(outboxMail());
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        Files.delete(outbox.resolve("D-1.email.eml"));

        assertThat(job(outboxMail())).isEqualTo(DispatchResult.SENT);
        assertThat(letters()).isZero();
    }

    @Test
    void whoIsErasedWhileTheLetterLeavesHasNoCopyLeft() throws IOException {
        OfferMail slow = new OutboxOfferMail(outbox, "offers@example.invalid", CLOCK) {
            @Override
            public HandOver send(OfferLetter letter) {
                customers.erasePersonalData(new CustomerId("C-000042"));
                return super.send(letter);
            }
        };
        assertThat(job(slow)).isEqualTo(DispatchResult.SENT);
        assertThat(letters()).isZero();
    }

    private DispatchResult job(OfferMail mail) {
        return database.transaction.execute(job -> dispatch(mail));
    }

    private DispatchResult dispatch(OfferMail mail) {
        return new DispatchOffer(
                        database.decisions, customers, touches, mail, new WriteOfferLetter(ChannelSettings.DEFAULTS),
                        new CheckContact(
                                database.decisions,
                                customers,
                                new ContactCalendar(
                                        ChannelSettings.DEFAULTS, ContactSettings.DEFAULTS, (calendar, first, last) -> java.util.Set.of())),
                        CLOCK)
                .dispatch(OFFER);
    }

    private OutboxOfferMail outboxMail() {
        return new OutboxOfferMail(outbox, "offers@example.invalid", CLOCK);
    }

    private Touch.State state() {
        return touches.find(OFFER, ChannelCode.EMAIL).orElseThrow().state();
    }

    private long letters() throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.count();
        }
    }

    private static class CrashesAfterItsClaim implements OfferMail {
        @Override
        public HandOver send(OfferLetter letter) {
            throw new IllegalStateException("crash");
        }

        @Override
        public boolean removesDuplicates() {
            return true;
        }
    }

    private final class CrashesAfterFiling extends CrashesAfterItsClaim {
        @Override
        public HandOver send(OfferLetter letter) {
            outboxMail().send(letter);
            return super.send(letter);
        }
    }
}
