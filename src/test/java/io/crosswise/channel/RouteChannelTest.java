package io.crosswise.channel;

import static io.crosswise.shared.ChannelCode.ACCOUNT_MANAGER;
import static io.crosswise.shared.ChannelCode.CALL_CENTRE;
import static io.crosswise.shared.ChannelCode.EMAIL;
import static io.crosswise.shared.ChannelCode.SELF_CARE;
import static io.crosswise.shared.ChannelCode.SMS;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.ContactBuilder.opening;
import static io.crosswise.testing.ContactBuilder.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.channel.RouteChannel.When;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.policy.ChannelPreference;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.ContactTimes;
import io.crosswise.policy.QuietHours;
import io.crosswise.shared.ChannelCode;
import io.crosswise.scoring.ChannelResponse;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteChannelTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-21T21:30:00Z");

    private static final Map<ChannelCode, Money> COSTS = Map.of(CALL_CENTRE, Money.euros("6"), EMAIL, Money.euros("0.50"));
    private static final Offered FIBRE = new Offered(Set.of(ServiceCategory.HBB), Money.euros("50"), COSTS);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final RouteChannel routeChannel = new RouteChannel();

    @Test
    void takesTheFirstChannelPreferredWithItsReason() {
        ChannelAssignment assigned = route(MORNING, Map.of(), List.of(CALL_CENTRE, EMAIL), CALL_CENTRE, EMAIL);

        assertThat(assigned.code()).isEqualTo(CALL_CENTRE);
        assertThat(assigned.reason().code()).isEqualTo("PREFERS_CALL_CENTRE");
        assertThat(assigned.notBefore()).isNull();
    }

    @Test
    void skipsAChannelThatMayNotBeUsed() {
        assertThat(route(MORNING, Map.of(), List.of(SELF_CARE, EMAIL), CALL_CENTRE, EMAIL).code()).isEqualTo(EMAIL);
    }

    @Test
    void skipsAChannelThatIsFull() {
        List<ChannelCode> allowed = List.of(CALL_CENTRE, EMAIL);

        assertThat(route(MORNING, Map.of(CALL_CENTRE, 0), allowed, CALL_CENTRE, EMAIL).code()).isEqualTo(EMAIL);
        assertThat(route(MORNING, Map.of(CALL_CENTRE, 1), allowed, CALL_CENTRE, EMAIL).code()).isEqualTo(CALL_CENTRE);
    }

    @Test
    void skipsAChannelWithoutConnector() {
        assertThat(route(MORNING, Map.of(), List.of(SMS, SELF_CARE), SMS, SELF_CARE).code()).isEqualTo(SELF_CARE);
    }

    @Test
    void answersNothingWhenNoChannelIsPossible() {
        assertThat(route(MORNING, Map.of(), List.of(), EMAIL)).isNull();
        assertThat(route(MORNING, Map.of(), List.of(EMAIL))).isNull();
    }

    @Test
    void waitsForTheEndOfQuietHoursWhereItWouldDisturb() {
        Instant nineInParis = Instant.parse("2026-11-22T08:00:00Z");

        assertThat(route(EVENING, Map.of(), List.of(EMAIL), EMAIL).notBefore()).isEqualTo(nineInParis);
        assertThat(route(EVENING, Map.of(), List.of(CALL_CENTRE), CALL_CENTRE).notBefore()).isEqualTo(nineInParis);
        assertThat(route(EVENING, Map.of(), List.of(SELF_CARE), SELF_CARE).notBefore()).isNull();
        assertThat(route(EVENING, Map.of(), List.of(ACCOUNT_MANAGER), ACCOUNT_MANAGER).notBefore()).isNull();
    }

    @Test
    void ofChannelsThatSuitAlikeTakesTheOneTheCustomerAnswersMost() {
        Map<ChannelCode, ChannelResponse> responses = Map.of(EMAIL, answers(0.04, 0.04), SMS, answers(0.06, 0.06));
        When everythingConnected = at(MORNING, new ContactTimes(
                PARIS, QuietHours.DEFAULTS, Map.of(), Set.of(), true, Set.of(EMAIL, SMS, CALL_CENTRE), Duration.ofDays(14)));
        List<ChannelPreference> alike = List.of(preference(EMAIL, 1), preference(SMS, 1), preference(CALL_CENTRE, 2));

        assertThat(routeChannel.route(
                                alike, responses, allowing(EMAIL, SMS), FIBRE, Map.of(), everythingConnected)
                        .code())
                .isEqualTo(SMS);
        assertThat(routeChannel.route(
                                alike, Map.of(), allowing(EMAIL, SMS), FIBRE, Map.of(), everythingConnected)
                        .code())
                .isEqualTo(EMAIL);
    }

    @Test
    void waitsForTheHoursInWhichTheCustomerAnswersNoticeablyMore() {
        assertThat(sent(answers(0.05, 0.054)).notBefore()).as("the noise of the model").isNull();
        assertThat(sent(answers(0.05, 0.08)).notBefore()).as("18:00 in Paris").isEqualTo("2026-11-21T17:00:00Z");
        assertThat(sent(answers(0.05, 0.01)).notBefore()).isNull();
    }

    @Test
    void namesWhatAllowsTheContact() {
        assertThat(route(MORNING, Map.of(), List.of(EMAIL), EMAIL).legalBasis().code()).isEqualTo("CONSENT");
    }

    @Test
    void passesOverAChannelThatCostsAllTheOfferIsWorthWhileThereIsACheaperOne() {
        assertThat(offering("6.01", allowing(CALL_CENTRE, EMAIL)).code()).isEqualTo(CALL_CENTRE);
        assertThat(offering("6.00", allowing(CALL_CENTRE, EMAIL)).code()).isEqualTo(EMAIL);
        assertThat(offering("6.00", allowing(CALL_CENTRE)).code()).as("nothing cheaper is left").isEqualTo(CALL_CENTRE);
    }

    @Test
    void doesNotWaitForAChannelThatCostsAllTheOfferIsWorth() {
        Map<ChannelCode, Instant> tomorrow = Map.of(CALL_CENTRE, MORNING.plus(Duration.ofDays(1)));

        assertThat(offering("6.00", opening(tomorrow, EMAIL)).mustWait()).isFalse();
    }

    @Test
    void waitsWhereOnlyACapStandsInTheWay() {
        Instant opens = MORNING.plus(Duration.ofDays(3));

        ChannelAssignment waiting = routeWaiting(opening(Map.of(EMAIL, opens)), preference(EMAIL, 1));

        assertThat(waiting.mustWait()).isTrue();
        assertThat(waiting.opensAt()).isEqualTo(opens);
        assertThat(waiting.reason().code()).as("the cap is the reason").isEqualTo("CAP_7_DAYS");
    }

    @Test
    void waitsUntilTheWindowIsOpenAndTheHourAllows() {
        Instant midnight = Instant.parse("2026-11-22T23:00:00Z");

        assertThat(routeWaiting(opening(Map.of(EMAIL, midnight)), preference(EMAIL, 1)).opensAt())
                .isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void waitsForABetterChannelOnlySoLongAsTheOtherAllows() {
        ChannelPreference lastResort =
                new ChannelPreference(SELF_CARE, BigDecimal.valueOf(9), 7, new Reason("LAST_RESORT", Stage.CHANNEL, "row", "Else"));
        Map<ChannelCode, Instant> inSixDays = Map.of(EMAIL, MORNING.plus(Duration.ofDays(6)));
        Map<ChannelCode, Instant> inEightDays = Map.of(EMAIL, MORNING.plus(Duration.ofDays(8)));

        assertThat(routeWaiting(opening(inSixDays, SELF_CARE), preference(EMAIL, 1), lastResort).code()).isEqualTo(EMAIL);
        assertThat(routeWaiting(opening(inEightDays, SELF_CARE), preference(EMAIL, 1), lastResort).code()).isEqualTo(SELF_CARE);
        assertThat(routeWaiting(opening(inSixDays, SELF_CARE), preference(EMAIL, 1), preference(SELF_CARE, 2)).code())
                .as("a channel that suits well enough is taken at once")
                .isEqualTo(SELF_CARE);
    }

    @Test
    void givesUpWhereTheWindowOpensTooLate() {
        assertThat(routeWaiting(opening(Map.of(EMAIL, MORNING.plus(Duration.ofDays(15)))), preference(EMAIL, 1))).isNull();
    }

    /** A call is preferred, and an e-mail rather waits a week for it. */
    private ChannelAssignment offering(String worth, ContactPermissions permissions) {
        ChannelPreference patient = new ChannelPreference(EMAIL, BigDecimal.valueOf(2), 7, new Reason("E", Stage.CHANNEL, "row", "Else"));
        return routeChannel.route(
                List.of(preference(CALL_CENTRE, 1), patient), Map.of(), permissions,
                new Offered(Set.of(ServiceCategory.HBB), Money.euros(worth), COSTS), Map.of(),
                at(MORNING, times(QuietHours.DEFAULTS, false)));
    }

    private ChannelAssignment routeWaiting(ContactPermissions permissions, ChannelPreference... preferences) {
        return routeChannel.route(
                List.of(preferences), Map.of(), permissions, FIBRE, Map.of(), at(MORNING, times(QuietHours.DEFAULTS, false)));
    }

    private static When at(Instant now, ContactTimes times) {
        return new When(now, now.plus(Duration.ofDays(14)), times);
    }

    private ChannelAssignment sent(ChannelResponse response) {
        return routeChannel.route(
                List.of(preference(EMAIL, 1)), Map.of(EMAIL, response), allowing(EMAIL), FIBRE, Map.of(),
                at(MORNING, times(QuietHours.DEFAULTS, true)));
    }

    private static ChannelResponse answers(double byDay, double inTheEvening) {
        return new ChannelResponse(List.of(
                new Probability(byDay), new Probability(byDay), new Probability(byDay), new Probability(inTheEvening)));
    }

    private static ChannelPreference preference(ChannelCode channel, int rank) {
        return new ChannelPreference(channel, BigDecimal.valueOf(rank), new Reason("R", Stage.CHANNEL, "row", "Because"));
    }

    private ChannelAssignment route(
            Instant now, Map<ChannelCode, Integer> left, List<ChannelCode> allowed, ChannelCode... preferred) {
        List<ChannelPreference> preferences = Arrays.stream(preferred)
                .map(channel -> new ChannelPreference(
                        channel,
                        BigDecimal.valueOf(Arrays.asList(preferred).indexOf(channel)),
                        new Reason("PREFERS_" + channel, Stage.CHANNEL, "row-1", "Prefers " + channel)))
                .toList();
        return routeChannel.route(
                preferences, Map.of(), allowing(allowed.toArray(ChannelCode[]::new)), FIBRE, left, at(now, times(QuietHours.DEFAULTS, true)));
    }
}
