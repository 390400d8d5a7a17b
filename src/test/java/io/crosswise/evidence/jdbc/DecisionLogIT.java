package io.crosswise.evidence.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswise.decision.Decision.SuppressedContact;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.OpportunityCost;
import io.crosswise.evidence.Finding;
import io.crosswise.evidence.Finding.Kind;
import io.crosswise.evidence.SealLog;
import io.crosswise.evidence.SealingKey;
import io.crosswise.evidence.SealingKeys;
import io.crosswise.evidence.Verification;
import io.crosswise.evidence.VerifyLog;
import io.crosswise.evidence.file.AnchorFile;
import io.crosswise.evidence.file.KeyFile;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log on a real PostgreSQL, tampered with as its superuser can. */
class DecisionLogIT {
    @TempDir
    Path folder;

    private final Database database = new Database();
    private final JdbcChain chain = new JdbcChain(database.jdbc, database.transaction);
    private AnchorFile anchors;
    private SealingKeys keys;

    @BeforeEach
    void ownKeyAndHeads() throws IOException {
        SealingKey key = KeyFile.readOrMake(folder.resolve("key"));
        keys = new SealingKeys(key, List.of());
        anchors = new AnchorFile(folder.resolve("heads.log"));
    }

    @Test
    void decisionsAndWhatHappensToTheirOffersAreSealed() {
        decide("D-1", "D-2");
        DecisionId id = new DecisionId("D-1");
        database.decisions.changeDiscount(id, Money.euros("7.50"), "manager");
        database.decisions.moveOn(id, List.of(OfferState.SCHEDULED), OfferState.PRESENTED, DECIDED_AT);
        database.decisions.moveOn(id, List.of(OfferState.SCHEDULED), OfferState.EXPIRED, DECIDED_AT);
        touch("D-1", "SENT");
        respond("D-1");

        assertThat(verifier().whole().unsealedTail().rows()).isEqualTo(6);
        assertThat(sealer(100).seal()).isEqualTo(6);

        Verification found = verifier().whole();
        assertThat(found.findings()).isEmpty();
        assertThat(found.unsealedTail().rows()).isZero();
        assertThat(database.jdbc.sql("SELECT what || ' ' || value FROM evidence.event ORDER BY event_id").query(String.class).list())
                .containsExactly("DISCOUNT 7.50", "STATE PRESENTED", "TOUCH EMAIL SENT", "RESPONSE CLICKED RECORDED /crm r-1");
    }

    @Test
    void theKeyItMakesIsForItsOwnerOnlyAndStaysTheSame() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key")))).isEqualTo("rw-------");
        assertThat(KeyFile.readOrMake(folder.resolve("key")).id()).isEqualTo(keys.current().id());
    }

    @Test
    void nobodyChangesTheLogByMistake() {
        decide("D-1");
        database.decisions.moveOn(new DecisionId("D-1"), List.of(OfferState.SCHEDULED), OfferState.PRESENTED, DECIDED_AT);
        sealer(100).seal();

        for (String statement : List.of(
                "UPDATE decision.decision SET expected_value = 99",
                "UPDATE decision.decision SET erased_at = now(), salt = NULL, input = NULL, expected_value = NULL, customer_id = 'erased:1',"
                        + " personal_sha256 = decision.personal_hash(decision)",
                "DELETE FROM decision.decision",
                "TRUNCATE decision.decision CASCADE",
                "UPDATE evidence.event SET value = 'DECLINED'",
                "DELETE FROM evidence.seal",
                "UPDATE evidence.head SET hash = ''",
                "TRUNCATE evidence.event")) {
            assertThatThrownBy(() -> database.jdbc.sql(statement).update())
                    .as(statement)
                    .hasMessageMatching("(?s).*(never changed|only ever added to).*");
        }
        assertThat(verifier().whole().findings()).isEmpty();
    }

    @Test
    void aSuperusersChangesAreFoundAndLocated() throws Exception {
        decide("D-1", "D-2", "D-3", "D-4", "D-5");
        database.decisions.moveOn(new DecisionId("D-5"), List.of(OfferState.SCHEDULED), OfferState.PRESENTED, DECIDED_AT);
        sealer(2).seal();

        tamper("UPDATE decision.decision SET record = jsonb_set(record::jsonb, '{offer,discount}', '0')::json WHERE decision_id = 'D-1'");
        tamper("UPDATE decision.decision SET segment = 'B2C_HIGH_VALUE' WHERE decision_id = 'D-2'");
        tamper("DELETE FROM decision.offer WHERE decision_id = 'D-3'; DELETE FROM decision.decision WHERE decision_id = 'D-3'");
        tamper("UPDATE decision.offer SET state = 'ACCEPTED' WHERE decision_id = 'D-4'");
        tamper("UPDATE evidence.event SET value = 'ACCEPTED' WHERE decision_id = 'D-5'");
        tamper("INSERT INTO decision.decision (decision_id, trigger_id, trigger_type, customer_id, market, decided_at, outcome, record)"
                + " SELECT 'D-9', 'T-9', trigger_type, customer_id, market, decided_at, outcome, record FROM decision.decision"
                + " WHERE decision_id = 'D-4'");

        Verification found = verifier().whole();
        assertThat(found.intact()).isFalse();
        assertThat(found.findings())
                .extracting(Finding::kind, Finding::decisionId, Finding::sequence)
                .containsExactlyInAnyOrder(
                        tuple(Kind.CHANGED, "D-1", 1L),
                        tuple(Kind.STATE_CHANGED, "D-1", null),
                        tuple(Kind.CHANGED, "D-2", 2L),
                        tuple(Kind.DELETED, "D-3", 3L),
                        tuple(Kind.STATE_CHANGED, "D-4", null),
                        tuple(Kind.CHANGED, "D-5", 6L),
                        tuple(Kind.STATE_CHANGED, "D-5", null),
                        tuple(Kind.INSERTED, "D-9", null),
                        tuple(Kind.STATE_CHANGED, "D-9", null));
    }

    @Test
    void anEndThatWasCutOffWithItsChainIsFound() throws Exception {
        decide("D-1");
        sealer(100).seal();
        decide("D-2");
        sealer(100).seal();

        tamper("DELETE FROM decision.offer WHERE decision_id = 'D-2'; DELETE FROM decision.decision WHERE decision_id = 'D-2';"
                + "DELETE FROM evidence.seal WHERE sequence = 2; DELETE FROM evidence.head WHERE last_sequence = 2");

        assertThat(verifier().whole().findings()).extracting(Finding::kind, Finding::sequence)
                .containsExactly(tuple(Kind.TRUNCATED, 2L));
    }

    @Test
    void whatCommitsLaterThanItsNeighboursIsSealedLater() throws Exception {
        decide("D-1");
        try (Connection late = database.dataSource.getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(copyOfD1("D-2"));
            decide("D-3");

            assertThat(sealer(100).seal()).isEqualTo(2);
            assertThat(verifier().whole().findings()).isEmpty();

            late.commit();
        }
        assertThat(sealer(100).seal()).isEqualTo(1);
        assertThat(verifier().whole().findings()).isEmpty();
        assertThat(database.jdbc.sql("SELECT decision_id FROM evidence.seal ORDER BY sequence").query(String.class).list())
                .containsExactly("D-1", "D-3", "D-2");
    }

    @Test
    void sealersAtOnceSealEachRowOnce() {
        database.with(aDecision().withId("D-1").withState());
        database.jdbc.sql(copyOfD1("D-' || n || '").replace("WHERE", ", generate_series(2, 200) n WHERE")).update();

        List<CompletableFuture<Void>> sealers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (chain.tail().rows() > 0) {
                        sealer(7).seal();
                    }
                }))
                .toList();
        sealers.forEach(CompletableFuture::join);

        assertThat(database.count("evidence.seal")).isEqualTo(200);
        Verification found = verifier().whole();
        assertThat(found.findings()).isEmpty();
        assertThat(found.sealed()).isEqualTo(200);
    }

    @Test
    void aSealerThatDiesInBetweenLeavesNothingHalfSealed() {
        decide("D-1", "D-2");
        assertThatThrownBy(() -> chain.extend(100, (before, first, items) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(chain.tail().rows()).isEqualTo(2);

        assertThat(sealer(100).seal()).isEqualTo(2);
        assertThat(verifier().whole().findings()).isEmpty();
    }

    @Test
    void theChainStillHoldsAfterAnErasure() {
        decide("D-1", "D-2");
        sealer(100).seal();

        erase();

        assertThat(sealer(100).seal()).isEqualTo(2);
        assertThat(verifier().whole().findings()).isEmpty();
        assertThat(database.jdbc.sql("SELECT record::text FROM decision.decision").query(String.class).list())
                .allSatisfy(record -> assertThat(record).contains("O-FIBRE").doesNotContain("C-000042").doesNotContain("EXPERIENCED"));
    }

    @Test
    void whatIsErasedBeforeItIsSealedIsSealedAsItWas() {
        decide("D-1");
        erase();

        assertThat(sealer(100).seal()).isEqualTo(2);
        assertThat(verifier().whole().findings()).isEmpty();
    }

    @Test
    void anErasureByHandIsFound() throws Exception {
        decide("D-1");
        sealer(100).seal();

        tamper(ERASE);

        assertThat(verifier().whole().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.CHANGED, "D-1"));
    }

    @Test
    void whatIsPutBackIntoAnErasedDecisionIsFound() throws Exception {
        decide("D-1", "D-2", "D-3", "D-4", "D-5");
        erase();
        sealer(100).seal();
        assertThat(verifier().whole().findings()).isEmpty();

        tamper("UPDATE decision.decision SET input = '{\"profile\":1}' WHERE decision_id = 'D-1'");
        tamper("UPDATE decision.decision SET customer_id = 'C-000042', expected_value = 7, erased_at = NULL WHERE decision_id = 'D-2'");
        tamper("UPDATE decision.decision SET record = jsonb_set(record::jsonb, '{customerId}', '\"C-000042\"')::json WHERE decision_id = 'D-3'");
        tamper("UPDATE decision.decision SET suppressed = '[{\"channel\":\"SMS\"}]' WHERE decision_id = 'D-4'");

        assertThat(verifier().whole().findings())
                .extracting(Finding::kind, Finding::decisionId)
                .contains(tuple(Kind.CHANGED, "D-1"), tuple(Kind.CHANGED, "D-2"), tuple(Kind.CHANGED, "D-3"), tuple(Kind.CHANGED, "D-4"))
                .doesNotContain(tuple(Kind.CHANGED, "D-5"));
    }

    @Test
    void aDecisionDressedUpAsErasedToHideAChangeIsFound() throws Exception {
        decide("D-1", "D-2", "D-3");
        sealer(100).seal();

        String hidden = "UPDATE decision.decision d SET personal_sha256 = decision.personal_hash(d), customer_id = 'C-000043',"
                + " expected_value = 99, input = '{}'";
        tamper(hidden + " WHERE decision_id = 'D-1'; SELECT evidence.append('D-1', now(), 'ERASED', NULL, NULL)");
        tamper(hidden + ", erased_at = now() WHERE decision_id = 'D-2'; SELECT evidence.append('D-2', now(), 'ERASED', NULL, NULL)");
        sealer(100).seal();

        assertThat(verifier().whole().findings())
                .extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.CHANGED, "D-1"), tuple(Kind.CHANGED, "D-2"));
    }

    @Test
    void aTimeOfErasureAloneIsFound() throws Exception {
        decide("D-1", "D-2");
        sealer(100).seal();

        tamper("UPDATE decision.decision SET erased_at = now() WHERE decision_id = 'D-1'");

        assertThat(verifier().whole().findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.CHANGED);
            assertThat(found.decisionId()).isEqualTo("D-1");
            assertThat(found.detail()).contains("erased by half");
        });
    }

    @Test
    void anOfferThatStandsOtherwiseThanItWasDecidedOrIsGoneIsFound() throws Exception {
        decide("D-1", "D-2", "D-3", "D-4");
        database.decisions.moveOn(new DecisionId("D-4"), List.of(OfferState.SCHEDULED), OfferState.PRESENTED, DECIDED_AT);
        sealer(100).seal();
        assertThat(verifier().whole().findings()).isEmpty();

        tamper("UPDATE decision.offer SET state = 'LATER' WHERE decision_id = 'D-1'");
        tamper("UPDATE decision.offer SET state = 'AWAITING_APPROVAL' WHERE decision_id = 'D-2'");
        tamper("DELETE FROM decision.offer WHERE decision_id IN ('D-3', 'D-4')");

        assertThat(verifier().whole().findings())
                .extracting(Finding::kind, Finding::decisionId, Finding::detail)
                .containsExactly(
                        tuple(Kind.STATE_CHANGED, "D-1", "Stands as LATER at 5.00 EUR; decision and events say SCHEDULED at 5.00 EUR"),
                        tuple(Kind.STATE_CHANGED, "D-2", "Stands as AWAITING_APPROVAL at 5.00 EUR; decision and events say SCHEDULED at 5.00 EUR"),
                        tuple(Kind.STATE_CHANGED, "D-3", "Its offer is gone; decision and events say SCHEDULED at 5.00 EUR"),
                        tuple(Kind.STATE_CHANGED, "D-4", "Its offer is gone; decision and events say PRESENTED at 5.00 EUR"));
    }

    @Test
    void anOfferBesideADecisionThatMadeNoneIsFound() throws Exception {
        database.with(aDecision().withId("D-1").withoutOffer().withState());
        sealer(100).seal();

        tamper("INSERT INTO decision.offer (decision_id, customer_id, channel, state, state_at, discount)"
                + " VALUES ('D-1', 'C-000042', 'EMAIL', 'ACCEPTED', now(), 0)");

        assertThat(verifier().whole().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.STATE_CHANGED, "D-1"));
    }

    @Test
    void copiesForReportsAreHeldToTheRecord() throws Exception {
        SuppressedContact suppressed =
                new SuppressedContact(ChannelCode.SMS, new Reason("SMS_CAP", Stage.CONTACT_POLICY, "row-1", "Enough"), DECIDED_AT);
        OpportunityCost cost = new OpportunityCost(Money.euros("12"), "O-TV", List.of());
        database.with(
                aDecision().withId("D-1").suppressing(suppressed).givingUp(cost).withState(),
                aDecision().withId("D-2").suppressing(suppressed).givingUp(cost).withState(),
                aDecision().withId("D-3").suppressing(suppressed).givingUp(cost).withState());
        sealer(100).seal();
        assertThat(verifier().whole().findings()).isEmpty();

        tamper("UPDATE decision.decision SET suppressed = NULL WHERE decision_id = 'D-1'");
        tamper("UPDATE decision.decision SET opportunity_cost = '{\"total\":1,\"rows\":[]}' WHERE decision_id = 'D-2'");

        assertThat(verifier().whole().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.CHANGED, "D-1"), tuple(Kind.CHANGED, "D-2"));
    }

    @Test
    void anEventNamesTheUserOrElseTheDatabaseRoleThatRanTheStatement() {
        decide("D-1");
        database.decisions.changeDiscount(new DecisionId("D-1"), Money.euros("7.50"), "manager");
        database.decisions.moveOn(new DecisionId("D-1"), List.of(OfferState.SCHEDULED), OfferState.PRESENTED, DECIDED_AT);

        String role = database.jdbc.sql("SELECT session_user").query(String.class).single();
        assertThat(database.jdbc.sql("SELECT done_by FROM evidence.event ORDER BY event_id").query(String.class).list())
                .containsExactly("manager", "database role " + role);
    }

    private static final String ERASE =
            "UPDATE decision.decision d SET personal_sha256 = decision.personal_hash(d), salt = NULL, input = NULL, expected_value = NULL,"
                    + " customer_id = 'erased:1', record = decision.kept_part(record)::json, erased_at = now()";

    private void erase() {
        database.jdbc.sql(ERASE).update();
    }

    private void decide(String... ids) {
        for (String id : ids) {
            database.with(aDecision().withId(id).withState());
        }
    }

    private static String copyOfD1(String id) {
        return "INSERT INTO decision.decision (decision_id, trigger_id, trigger_type, customer_id, market, decided_at, outcome, record)"
                + " SELECT '" + id + "', 'T-' || '" + id + "', trigger_type, customer_id, market, decided_at, 'NO_OFFER', record"
                + " FROM decision.decision WHERE decision_id = 'D-1'";
    }

    private void touch(String id, String state) {
        database.jdbc.sql("INSERT INTO channel.touch (decision_id, customer_id, channel, state, idempotency_key, at, sent_at)"
                        + " VALUES (?, 'C-000042', 'EMAIL', ?, ?, now(), now())")
                .params(id, state, id + ".email")
                .update();
    }

    private void respond(String id) {
        database.jdbc.sql("INSERT INTO outcome.response (source, id, decision_id, type, time, received_at, state)"
                        + " VALUES ('/crm', 'r-1', ?, 'CLICKED', now(), now(), 'RECORDED')")
                .param(id)
                .update();
    }

    /** With triggers and foreign keys switched off. */
    private void tamper(String statements) throws Exception {
        try (Connection superuser = database.dataSource.getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(statements);
        }
    }

    private SealLog sealer(int batch) {
        return new SealLog(chain, anchors, keys, Clock.systemUTC(), batch);
    }

    private VerifyLog verifier() {
        return new VerifyLog(chain, anchors, keys, Clock.systemUTC());
    }
}
