package io.crosswise.policy;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.JudgeContacts.Judged;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to a customer within six weeks, no cap of the packaged policy is ever exceeded; the caps are counted anew here. */
class ContactCapsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    /** The clocks go back on 25 October, and a month ends. */
    private static final Instant START = Instant.parse("2026-10-10T00:00:00Z");
    private static final Set<ChannelCode> DISTURBING = Set.of(ChannelCode.EMAIL, ChannelCode.SMS, ChannelCode.CALL_CENTRE);

    private final CustomerFacts customer = CustomerFacts.of(aCustomer().build(), null, null, null, TODAY);

    @Property(tries = 15)
    void noSequenceOfTriggersExceedsACap(@ForAll long seed) {
        List<PastTouch> touches = contactsOfSixWeeks(new Random(seed));

        for (PastTouch touch : touches) {
            assertThat(count(touches, DISTURBING, other -> isWithin(other, touch, Duration.ofDays(7)))).isLessThanOrEqualTo(2);
            assertThat(count(touches, DISTURBING, other -> isWithin(other, touch, Duration.ofDays(30)))).isLessThanOrEqualTo(5);
            assertThat(count(touches, Set.of(ChannelCode.EMAIL), other -> isWithin(other, touch, Duration.ofDays(7)))).isLessThanOrEqualTo(1);
            assertThat(count(touches, Set.of(ChannelCode.SMS), other -> isWithin(other, touch, Duration.ofDays(30)))).isLessThanOrEqualTo(2);
            assertThat(count(touches, Set.of(ChannelCode.CALL_CENTRE), other -> isWithin(other, touch, Duration.ofDays(30)))).isLessThanOrEqualTo(1);
            assertThat(touches.stream().filter(other -> day(other).equals(day(touch)))).hasSizeLessThanOrEqualTo(1);
            assertThat(count(touches, Set.of(ChannelCode.SMS), other -> week(other).equals(week(touch)))).isLessThanOrEqualTo(1);
            assertThat(count(touches, Set.of(ChannelCode.EMAIL), other -> YearMonth.from(day(other)).equals(YearMonth.from(day(touch)))))
                    .isLessThanOrEqualTo(4);
            for (ServiceCategory group : touch.groups()) {
                assertThat(touches.stream()
                                .filter(other -> other.groups().contains(group))
                                .filter(other -> isWithin(other, touch, Duration.ofDays(30))))
                        .hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Property(tries = 10)
    void aChannelThatIsSaidToOpenIsOpenThenAndNotBefore(@ForAll long seed) {
        Random random = new Random(seed);
        Instant now = START.plus(Duration.ofDays(42));
        ContactHistory history = history(contactsOfSixWeeks(random), now);
        List<PastTouch> touches = history.touches();

        judge(history, now).permissions().opening().forEach((channel, at) -> {
            assertThat(judge(history(touches, at), at).permissions().allowed()).contains(channel);
            assertThat(judge(history(touches, at.minusMillis(1)), at.minusMillis(1)).permissions().allowed()).doesNotContain(channel);
        });
    }

    private List<PastTouch> contactsOfSixWeeks(Random random) {
        List<PastTouch> touches = new ArrayList<>();
        Instant now = START;
        while (now.isBefore(START.plus(Duration.ofDays(42)))) {
            now = now.plus(random.nextInt(60 * 40), ChronoUnit.MINUTES);
            contact(random, history(touches, now), now).ifPresent(touches::add);
        }
        return touches;
    }

    /** Takes any channel and any offer the policy lets pass; it has no preferences and never waits. */
    private Optional<PastTouch> contact(Random random, ContactHistory history, Instant now) {
        Judged judged = judge(history, now);
        List<Candidate> offers = judged.candidates().stream().filter(Candidate::isAllowed).toList();
        List<ChannelCode> channels =
                judged.permissions().allowed().stream().filter(DISTURBING::contains).toList();
        if (offers.isEmpty() || channels.isEmpty()) {
            return Optional.empty();
        }
        Candidate offer = offers.get(random.nextInt(offers.size()));
        return Optional.of(new PastTouch(
                channels.get(random.nextInt(channels.size())), now, offer.offer(), List.copyOf(offer.categories())));
    }

    private Judged judge(ContactHistory history, Instant now) {
        List<Candidate> offers = Stream.of(ServiceCategory.MOBILE, ServiceCategory.HBB, ServiceCategory.TV)
                .map(category -> aCandidate("O-" + category, category).build())
                .toList();
        List<TableRow> rows = Tables.evaluate(
                "contact-policy", Map.of("customer", customer, "contact", ContactFacts.of(history, now, ZONE)));
        return new JudgeContacts().judge(ContactPolicyTable.read(rows), offers, history, customer, now, ZONE);
    }

    private static ContactHistory history(List<PastTouch> touches, Instant now) {
        return new ContactHistory(touches.stream().filter(touch -> !touch.at().isAfter(now)).toList(), null, List.of());
    }

    /** Touches that lie with this one in a window ending at it. */
    private static boolean isWithin(PastTouch touch, PastTouch last, Duration length) {
        return !touch.at().isAfter(last.at()) && touch.at().isAfter(last.at().minus(length));
    }

    private static long count(List<PastTouch> touches, Set<ChannelCode> channels, Predicate<PastTouch> window) {
        return touches.stream()
                .filter(touch -> channels.contains(touch.channel()))
                .filter(window)
                .count();
    }

    private static LocalDate day(PastTouch touch) {
        return touch.at().atZone(ZONE).toLocalDate();
    }

    private static String week(PastTouch touch) {
        return day(touch).get(IsoFields.WEEK_BASED_YEAR) + "-" + day(touch).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
