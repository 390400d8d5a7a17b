package io.crosswise.channel;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.channel.OfferMail.HandOver;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.PersonalData;
import io.crosswise.decision.Decision;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.MemoryCustomers;
import io.crosswise.testing.MemoryDecisions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DispatchOfferTest {
    private static final DecisionId OFFER = new DecisionId("D-1");
    private static final PersonalData ANNA = new PersonalData("Anna Muster", "anna@example.invalid", null);

    private final MemoryTouches touches = new MemoryTouches();
    private final MemoryDecisions decisions = new MemoryDecisions().with(aDecision().withState());
    private final MemoryCustomers customers = new MemoryCustomers().with(aCustomer().build(), ANNA);
    private final FakeMail mail = new FakeMail();
    private final DispatchOffer dispatchOffer = new DispatchOffer(
            decisions, customers, touches, mail, new WriteOfferLetter(ChannelSettings.DEFAULTS), checking(decisions, customers),
            Clock.fixed(DECIDED_AT, ZoneOffset.UTC));

    @Test
    void sendsTheLetterAndKeepsTheTouch() {
        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SENT);

        assertThat(mail.sent).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("anna@example.invalid");
            assertThat(letter.idempotencyKey()).isEqualTo("D-1.email");
        });
        assertThat(touch().state()).isEqualTo(Touch.State.SENT);
        assertThat(touch().sentAt()).isEqualTo(DECIDED_AT);
    }

    @Test
    void claimsTheTouchBeforeTheLetterLeaves() {
        List<Touch.State> whileSending = new ArrayList<>();
        mail.answer = letter -> {
            whileSending.add(touch().state());
            return HandOver.DONE;
        };

        dispatchOffer.dispatch(OFFER);

        assertThat(whileSending).containsExactly(Touch.State.CLAIMED);
    }

    @Test
    void doesNotSendAgainWhatWasSent() {
        dispatchOffer.dispatch(OFFER);

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SENT);
        assertThat(mail.sent).hasSize(1);
    }

    @Test
    void honoursAnOptOutMadeAfterTheDecision() {
        customers.with(aCustomer().answering(ChannelCode.EMAIL, false).build(), ANNA);

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SUPPRESSED);
        assertThat(mail.sent).isEmpty();
        assertThat(touch().detail()).isEqualTo("OPTED_OUT");
    }

    @Test
    void sendsWhereConsentIsUnknown() {
        customers.with(aCustomer().answering(ChannelCode.EMAIL, null).build(), ANNA);

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SENT);
    }

    @Test
    void suppressesWithoutAnAddress() {
        customers.with(aCustomer().build(), PersonalData.UNKNOWN);

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SUPPRESSED);
        assertThat(touch().detail()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void suppressesAnOfferAnsweredMeanwhile() {
        decisions.with(aDecision().in(OfferState.ACCEPTED).withState());

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SUPPRESSED);
        assertThat(touch().detail()).isEqualTo("OFFER_CLOSED");
    }

    @Test
    void parksALetterWhoseSendingWasInterruptedWhereDuplicatesWouldArrive() {
        touches.claim(interrupted());

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.UNCONFIRMED);
        assertThat(mail.sent).isEmpty();
        assertThat(touch().detail()).isEqualTo("INTERRUPTED");
        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.UNCONFIRMED);
    }

    @Test
    void repeatsAnInterruptedLetterWithItsKeyWhereDuplicatesAreRemoved() {
        mail.removesDuplicates = true;
        touches.claim(interrupted());

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SENT);
        assertThat(mail.sent).singleElement().extracting(OfferLetter::idempotencyKey).isEqualTo("D-1.email");
    }

    @Test
    void neverRepeatsAnInterruptedLetterAfterAnOptOut() {
        mail.removesDuplicates = true;
        touches.claim(interrupted());
        customers.with(aCustomer().answering(ChannelCode.EMAIL, false).build(), ANNA);

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.UNCONFIRMED);
        assertThat(mail.sent).isEmpty();
        assertThat(touch().detail()).isEqualTo("OPTED_OUT");
    }

    @Test
    void sendsOnTheNextAttemptWhatWasNotHandedOver() {
        mail.answer = letter -> {
            throw MailNotHandedOver.because(letter, "no connection to the mail server");
        };
        assertThatThrownBy(() -> dispatchOffer.dispatch(OFFER)).isInstanceOf(MailNotHandedOver.class);

        mail.answer = letter -> HandOver.DONE;
        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SENT);
    }

    @Test
    void parksALetterTheServerMayHaveTaken() {
        mail.answer = letter -> HandOver.UNKNOWN;

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.UNCONFIRMED);
        assertThat(touch().sentAt()).isNull();
    }

    @Test
    void suppressesWhenTheAddressIsRefusedForGood() {
        mail.answer = letter -> HandOver.ADDRESS_REFUSED;

        assertThat(dispatchOffer.dispatch(OFFER)).isEqualTo(DispatchResult.SUPPRESSED);
    }

    @Test
    void refusesAChannelWithoutConnector() {
        decisions.with(aDecision().on(ChannelCode.CALL_CENTRE).withState());

        assertThatThrownBy(() -> dispatchOffer.dispatch(OFFER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatAPersonPresentedAsSent() {
        Decision decision = aDecision().on(ChannelCode.CALL_CENTRE).withState().decision();

        dispatchOffer.presentedByPerson(decision, ChannelCode.CALL_CENTRE);
        dispatchOffer.presentedByPerson(decision, ChannelCode.CALL_CENTRE);

        assertThat(touches.find(OFFER, ChannelCode.CALL_CENTRE)).get().extracting(Touch::state).isEqualTo(Touch.State.SENT);
    }

    @Test
    void printsNoAddress() {
        CustomerProfile customer = aCustomer().build();
        OfferLetter letter =
                new WriteOfferLetter(ChannelSettings.DEFAULTS).write("D-1.email", aDecision().withState(), customer, ANNA);

        assertThat(letter.toString()).doesNotContain("anna").doesNotContain("Anna");
    }

    @Test
    void disturbsNobodyAtNightWhenTheJobRanLate() {
        DispatchOffer late = new DispatchOffer(
                decisions, customers, touches, mail, new WriteOfferLetter(ChannelSettings.DEFAULTS), checking(decisions, customers),
                Clock.fixed(Instant.parse("2026-11-21T22:30:00Z"), ZoneOffset.UTC));

        assertThat(late.dispatch(OFFER)).isEqualTo(DispatchResult.POSTPONED);
        assertThat(mail.sent).isEmpty();
        assertThat(touches.find(OFFER, ChannelCode.EMAIL)).isEmpty();
    }

    @Test
    void whatSellsNothingIsExemptFromConsentAndHours() {
        CustomerProfile refusing = aCustomer().answering(ChannelCode.EMAIL, false).build();
        Instant night = Instant.parse("2026-11-21T22:30:00Z");
        CheckContact check = checking(decisions, customers);

        assertThat(check.check(Touch.MessageClass.TRANSACTIONAL, ChannelCode.EMAIL, refusing, night))
                .isEqualTo(new CheckContact.Checked(null, null));
        assertThat(check.check(Touch.MessageClass.MARKETING, ChannelCode.EMAIL, refusing, night).obstacle())
                .isEqualTo("OPTED_OUT");
    }

    private static CheckContact checking(MemoryDecisions decisions, MemoryCustomers customers) {
        return new CheckContact(
                decisions,
                customers,
                new ContactCalendar(ChannelSettings.DEFAULTS, ContactSettings.DEFAULTS, (calendar, first, last) -> Set.of()));
    }

    private static Touch interrupted() {
        return Touch.claimed(OFFER, new CustomerId("C-000042"), ChannelCode.EMAIL, DECIDED_AT);
    }

    private Touch touch() {
        return touches.find(OFFER, ChannelCode.EMAIL).orElseThrow();
    }

    private static final class FakeMail implements OfferMail {
        private final List<OfferLetter> sent = new ArrayList<>();
        private Function<OfferLetter, HandOver> answer = letter -> HandOver.DONE;
        private boolean removesDuplicates;

        @Override
        public HandOver send(OfferLetter letter) {
            HandOver handOver = answer.apply(letter);
            sent.add(letter);
            return handOver;
        }

        @Override
        public boolean removesDuplicates() {
            return removesDuplicates;
        }
    }
}
