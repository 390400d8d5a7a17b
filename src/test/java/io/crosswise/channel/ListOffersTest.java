package io.crosswise.channel;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.PersonalData;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.MemoryCustomers;
import io.crosswise.testing.MemoryDecisions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListOffersTest {
    private static final CustomerId ANNA = new CustomerId("C-000042");

    private final MemoryTouches touches = new MemoryTouches();
    private final MemoryDecisions decisions = new MemoryDecisions();
    private final ListOffers listOffers = new ListOffers(
            decisions,
            new MemoryCustomers().with(aCustomer().build(), PersonalData.UNKNOWN),
            touches,
            Duration.ofDays(14));

    @Test
    void showsWhatIsMeantForSelfCareAndWhatWasPresentedElsewhere() {
        decisions.with(
                aDecision().withId("self-care").on(ChannelCode.SELF_CARE).in(OfferState.SCHEDULED).withState(),
                aDecision().withId("read").on(ChannelCode.EMAIL).in(OfferState.PRESENTED).withState());

        assertThat(listOffers.list(ANNA)).get().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(OpenOffer.class))
                .extracting(offer -> offer.decisionId().value())
                .containsExactly("self-care", "read");
    }

    @Test
    void hidesWhatNobodyAgreedToYetAndWhatIsOver() {
        decisions.with(
                aDecision().withId("a").on(ChannelCode.SELF_CARE).in(OfferState.AWAITING_APPROVAL).withState(),
                aDecision().withId("b").on(ChannelCode.EMAIL).in(OfferState.SCHEDULED).withState(),
                aDecision().withId("c").on(ChannelCode.SELF_CARE).in(OfferState.ACCEPTED).withState(),
                aDecision().withId("d").about("C-1").on(ChannelCode.SELF_CARE).in(OfferState.PRESENTED).withState());

        assertThat(listOffers.list(ANNA)).get().isEqualTo(java.util.List.of());
    }

    @Test
    void saysUntilWhenAnOfferCanBeAnswered() {
        decisions.with(aDecision().in(OfferState.PRESENTED).withState());
        touches.record(
                Touch.sent(new DecisionId("D-1"), ANNA, ChannelCode.EMAIL, DECIDED_AT.plus(Duration.ofHours(20))));

        assertThat(listOffers.list(ANNA).orElseThrow())
                .singleElement()
                .extracting(OpenOffer::validUntil)
                .isEqualTo(DECIDED_AT.plus(Duration.ofHours(20)).plus(Duration.ofDays(14)));
    }

    @Test
    void knowsWhoIsNoCustomer() {
        assertThat(listOffers.list(new CustomerId("nobody"))).isEmpty();
    }
}
