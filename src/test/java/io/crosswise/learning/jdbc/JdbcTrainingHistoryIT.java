package io.crosswise.learning.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.channel.Touch;
import io.crosswise.channel.jdbc.JdbcTouches;
import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import io.crosswise.customer.LifeEvent.What;
import io.crosswise.customer.jdbc.JdbcCustomerHistory;
import io.crosswise.learning.ContactExample;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.outcome.Conversion;
import io.crosswise.outcome.jdbc.JdbcConversions;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcTrainingHistoryIT {
    private static final CustomerId ANNA = new CustomerId("C-000042");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Database database = new Database();
    private final JdbcTouches touches = new JdbcTouches(database.jdbc, database.transactions);
    private final JdbcConversions conversions = new JdbcConversions(database.jdbc);
    private final JdbcCustomerHistory history = new JdbcCustomerHistory(database.dataSource);

    @BeforeEach
    void aCatalogue() {
        database.jdbc
                .sql("INSERT INTO catalog.catalogue (version, published_at, document) VALUES ('test', now(),"
                        + " '{\"services\": [{\"code\": \"FIBRE_500\", \"category\": \"HBB\"}]}')")
                .update();
    }

    @Test
    void anOfferCountsFromTheMomentItWasSentOnceThirtyDaysHavePassed() {
        decided("D-1", "OFFER", "CROSS_SELL");
        sent("D-1", Instant.parse("2026-11-22T08:00:00Z"));
        decided("D-2", "OFFER", "CROSS_SELL");

        assertThat(contacts(DAY.plusDays(30))).isEmpty();
        assertThat(contacts(DAY.plusDays(31)))
                .containsExactly(new ContactExample(
                        ANNA,
                        DAY.plusDays(1),
                        Market.B2C,
                        ServiceCategory.HBB,
                        "O-FIBRE",
                        false,
                        ChannelCode.EMAIL,
                        0,
                        true,
                        false,
                        Map.of("market_ebu", 0.0, "nps", 30.0)));
    }

    @Test
    void aSaleSettlesItAtOnceAndALateOneDoesNotCount() {
        decided("D-1", "OFFER", "UPSELL");
        sent("D-1", DECIDED_AT);
        sold("D-1", DECIDED_AT.plus(Duration.ofDays(3)));
        decided("D-2", "OFFER", "CROSS_SELL");
        sent("D-2", DECIDED_AT);
        sold("D-2", DECIDED_AT.plus(Duration.ofDays(40)));

        assertThat(contacts(DAY.plusDays(4)))
                .singleElement()
                .satisfies(example -> assertThat(example.upgrade() && example.bought()).isTrue());
        assertThat(contacts(DAY.plusDays(60))).extracting(ContactExample::bought).containsExactly(true, false);
    }

    @Test
    void whoWasHeldOutIsTheControlAndBuysAnywayOrNot() {
        decided("D-1", "HELD_OUT", "CROSS_SELL");
        assertThat(contacts(DAY.plusDays(30))).singleElement().satisfies(example -> {
            assertThat(example.treated() || example.bought()).isFalse();
            assertThat(example.channel()).isNull();
            assertThat(example.hourBand()).isNull();
        });

        history.record(Stream.of(new LifeEvent(ANNA, What.BOUGHT, ServiceCategory.HBB, DAY.plusDays(10))));

        assertThat(contacts(DAY.plusDays(30))).singleElement().satisfies(example -> assertThat(example.bought())
                .isTrue());
    }

    @Test
    void bundlesRetentionAndWhatOfferedNothingTeachNothingAboutACategory() {
        decided("D-1", "OFFER", "BUNDLE");
        sent("D-1", DECIDED_AT);
        decided("D-2", "OFFER", "RETENTION");
        sent("D-2", DECIDED_AT);
        decided("D-3", "NO_OFFER", null);

        assertThat(contacts(DAY.plusDays(60))).isEmpty();
    }

    @Test
    void aSnapshotIsToldWithWhatFollowed() {
        history.keep(Stream.of(
                snapshot(ANNA, DAY, 20.0, Set.of(ServiceCategory.MOBILE, ServiceCategory.TV)),
                snapshot(ANNA, DAY.plusMonths(6), 10.0, Set.of(ServiceCategory.MOBILE)),
                snapshot(ANNA, DAY.plusMonths(12), 14.0, Set.of(ServiceCategory.MOBILE)),
                snapshot(new CustomerId("C-2"), DAY.plusMonths(13), null, Set.of())));
        history.record(Stream.of(
                new LifeEvent(ANNA, What.DROPPED, ServiceCategory.TV, DAY.plusDays(40)),
                new LifeEvent(ANNA, What.IN_ARREARS, null, DAY.plusMonths(7)),
                new LifeEvent(ANNA, What.REFERRED, null, DAY.minusDays(1)),
                new LifeEvent(ANNA, What.LEFT, null, DAY.plusMonths(12).plusDays(5))));

        List<SnapshotExample> examples = snapshots();

        assertThat(examples).hasSize(3);
        SnapshotExample first = examples.get(0);
        assertThat(first.observedMonths()).isEqualTo(13);
        assertThat(first.leftAfterMonths()).isEqualTo(13);
        assertThat(first.droppedAfterMonths()).containsExactly(Map.entry(ServiceCategory.TV, 2));
        assertThat(first.monthlyMargin()).isEqualTo(12);
        assertThat(first.inArrearsWithin6()).isFalse();
        assertThat(first.referredWithin12()).isFalse();
        assertThat(first.services()).containsExactly("S \"1\", {a}");
        assertThat(examples.get(1).inArrearsWithin6()).isTrue();
        assertThat(examples.get(1).referredWithin12()).as("seven months are known").isNull();
    }

    @Test
    void theFingerprintChangesWithTheHistory() {
        history.keep(Stream.of(snapshot(ANNA, DAY, 1.0, Set.of()), snapshot(ANNA, DAY.plusDays(1), 1.0, Set.of())));
        String before = history(DAY).sha256();

        history.record(Stream.of(new LifeEvent(ANNA, What.LEFT, null, DAY.plusDays(9))));

        assertThat(history(DAY).sha256()).isNotEqualTo(before).isEqualTo(history(DAY).sha256());
    }

    private List<ContactExample> contacts(LocalDate today) {
        try (Stream<ContactExample> contacts = history(today).contacts()) {
            return contacts.toList();
        }
    }

    private List<SnapshotExample> snapshots() {
        try (Stream<SnapshotExample> snapshots = history(DAY).snapshots()) {
            return snapshots.toList();
        }
    }

    private JdbcTrainingHistory history(LocalDate today) {
        Clock clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new JdbcTrainingHistory(database.dataSource, JSON, clock, ZoneId.of("Europe/Paris"));
    }

    private static FeatureSnapshot snapshot(CustomerId id, LocalDate day, Double margin, Set<ServiceCategory> held) {
        return new FeatureSnapshot(id, day, Market.B2C, held, Set.of("S \"1\", {a}"), margin, Map.of("market_ebu", 0.0));
    }

    private void decided(String id, String outcome, String kind) {
        String offer = kind == null
                ? "null"
                : "{\"code\": \"O-FIBRE\", \"services\": [\"FIBRE_500\"], \"kind\": \"%s\"}".formatted(kind);
        database.jdbc
                .sql(
                        """
                        INSERT INTO decision.decision (decision_id, trigger_id, trigger_type, customer_id, market, decided_at,
                            outcome, offer_code, channel, record, input)
                        VALUES (?, ?, 'promotion-end', ?, 'B2C', ?::timestamptz, ?, 'O-FIBRE', 'EMAIL', ?::json,
                            '{"features": {"market_ebu": 0, "nps": 30}}')
                        """)
                .params(
                        id,
                        "T-" + id,
                        ANNA.value(),
                        DECIDED_AT.toString(),
                        outcome,
                        "{\"catalogueVersion\": \"test\", \"offer\": %s}".formatted(offer))
                .update();
    }

    private void sent(String id, Instant at) {
        touches.record(Touch.sent(new DecisionId(id), ANNA, ChannelCode.EMAIL, at));
    }

    private void sold(String id, Instant at) {
        conversions.record(new Conversion(
                new DecisionId(id), ANNA, "O-FIBRE", "HBB", Money.euros("35"), "promotion-end", Segment.B2C_LOYALTY,
                Market.B2C, at));
    }
}
