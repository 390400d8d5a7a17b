package io.crosswise.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswise.evidence.Finding.Kind;
import io.crosswise.evidence.file.AnchorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00.123456Z"), ZoneOffset.UTC);
    private static final SealingKeys KEYS = new SealingKeys(key(1), List.of());

    @TempDir
    Path folder;

    private final MemoryChain chain = new MemoryChain();
    private AnchorFile anchors;

    /** Three runs: D-1 to D-3, D-4 to D-6, D-7. */
    @BeforeEach
    void sealSevenDecisions() {
        anchors = new AnchorFile(folder.resolve("heads.log"));
        seal(KEYS, "D-1", "D-2", "D-3");
        seal(KEYS, "D-4", "D-5", "D-6");
        seal(KEYS, "D-7");
    }

    @Test
    void whatWasSealedIsIntact() {
        Verification found = verify();

        assertThat(found.findings()).isEmpty();
        assertThat(found.intact()).isTrue();
        assertThat(found).extracting(Verification::sealed, Verification::heads, Verification::anchored).containsExactly(7L, 3L, 3L);
    }

    @Test
    void aChangedRowIsLocatedAndTheRestStillHolds() {
        chain.rows.put("D-5", "another offer");

        assertThat(verify().findings()).extracting(Finding::kind, Finding::decisionId, Finding::sequence)
                .containsExactly(tuple(Kind.CHANGED, "D-5", 5L));
    }

    @Test
    void theLastRowOfARunIsLocatedToo() {
        chain.rows.put("D-6", "another offer");
        chain.rows.put("D-7", "another offer");

        assertThat(verify().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.CHANGED, "D-6"), tuple(Kind.CHANGED, "D-7"));
    }

    @Test
    void aDeletedRowIsLocated() {
        chain.rows.remove("D-2");

        assertThat(verify().findings()).extracting(Finding::kind, Finding::decisionId, Finding::sequence)
                .containsExactly(tuple(Kind.DELETED, "D-2", 2L));
    }

    @Test
    void twoRowsThatChangedPlacesAreLocated() {
        String second = chain.rows.get("D-2");
        chain.rows.put("D-2", chain.rows.get("D-4"));
        chain.rows.put("D-4", second);

        assertThat(verify().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.CHANGED, "D-2"), tuple(Kind.CHANGED, "D-4"));
    }

    @Test
    void aRowBesideTheChainIsLocated() {
        chain.rows.put("D-X", "never decided");

        assertThat(verify().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.INSERTED, "D-X"));
    }

    @Test
    void aChangedLinkIsToldFromAChangedRow() {
        chain.seals.computeIfPresent(2L, (place, seal) -> new Seal(place, seal.item(), flipped(seal.hash())));

        assertThat(verify().findings()).extracting(Finding::kind, Finding::decisionId)
                .containsExactly(tuple(Kind.CHAIN_BROKEN, "D-2"));
    }

    @Test
    void aRowThatWasTakenOutWithItsLinkLeavesAGap() {
        chain.rows.remove("D-5");
        chain.seals.remove(5L);

        assertThat(verify().findings()).extracting(Finding::kind, Finding::sequence)
                .containsExactly(tuple(Kind.CHAIN_BROKEN, 5L));
    }

    @Test
    void aChangedHeadIsFoundOnceByTheChainAndOnceOutside() {
        chain.heads.computeIfPresent(3L, (last, head) -> new Head(1, 3, head.sealedAt(), head.keyId(), flipped(head.hash())));

        assertThat(verify().findings()).extracting(Finding::kind, Finding::sequence)
                .containsExactly(tuple(Kind.CHAIN_BROKEN, 3L), tuple(Kind.TRUNCATED, 3L), tuple(Kind.ANCHORS_MISSING, null));
    }

    @Test
    void anEndThatWasCutOffWithItsChainIsFoundByTheHeadsOutside() {
        cutAfter(3);

        assertThat(verify().findings()).extracting(Finding::kind, Finding::sequence)
                .containsExactly(tuple(Kind.TRUNCATED, 6L));
        assertThat(verifier(KEYS).last(2).findings()).extracting(Finding::kind).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void anEndThatWasCutOffAndGrewAgainIsStillFound() {
        cutAfter(3);
        seal(KEYS, "D-8", "D-9", "D-10");
        seal(KEYS, "D-11");

        assertThat(verify().findings()).extracting(Finding::kind).contains(Kind.TRUNCATED);
    }

    @Test
    void headsThatAreMissingOutsideAreNamed() throws Exception {
        Files.delete(folder.resolve("heads.log"));
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(2));
        assertThat(new VerifyLog(chain, anchors, KEYS, later).whole().findings()).extracting(Finding::kind).containsExactly(Kind.ANCHORS_MISSING);

        seal(KEYS, "D-8");
        assertThat(verify().findings()).as("deleted under a running node").extracting(Finding::kind).containsExactly(Kind.ANCHORS_MISSING);
    }

    @Test
    void aNodeThatJoinsLaterMissesNothingOfWhatWasBefore() throws Exception {
        Path file = folder.resolve("second/heads.log");
        anchors = new AnchorFile(file);
        seal(KEYS, "D-8");
        seal(KEYS, "D-9");

        assertThat(Files.readAllLines(file).get(0)).isEqualTo("joined 8");
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().anchored()).isEqualTo(2);

        anchors = new AnchorFile(file);
        assertThat(verify().findings()).as("after a restart").isEmpty();

        Files.write(file, List.of(Files.readAllLines(file).get(0), Files.readAllLines(file).get(2)));
        anchors = new AnchorFile(file);
        assertThat(verify().findings()).as("the head it joined with was cut out").extracting(Finding::kind).containsExactly(Kind.ANCHORS_MISSING);
    }

    @Test
    void aNodeThatCrashedWhileItJoinedGoesOnWhereItBegan() throws Exception {
        Path file = Files.createDirectories(folder.resolve("second")).resolve("heads.log");
        Files.writeString(file, "joined 6\n2026-11-");
        anchors = new AnchorFile(file);
        seal(KEYS, "D-8");

        assertThat(verify().findings()).isEmpty();
        assertThat(verify().anchored()).isEqualTo(3);
    }

    @Test
    void aLineThatACrashLeftTornIsMarkedAndItsHeadComesBackWithTheNextRun() throws Exception {
        Path file = folder.resolve("heads.log");
        Files.writeString(file, Files.readAllLines(file).get(0) + "\n2026-11-21T09:30:");
        anchors = new AnchorFile(file);
        seal(KEYS, "D-8");

        assertThat(Files.readAllLines(file)).hasSize(5).element(1).isEqualTo("2026-11-21T09:30: torn");
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aLineThatOnlyLacksItsEndIsGoneOnWith() throws Exception {
        Path file = folder.resolve("heads.log");
        Files.writeString(file, Files.readString(file).stripTrailing());
        anchors = new AnchorFile(file);
        seal(KEYS, "D-8");

        assertThat(Files.readAllLines(file)).hasSize(4).noneMatch(line -> line.endsWith("torn"));
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aTornHashIsNoHead() throws Exception {
        Path file = folder.resolve("heads.log");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 11));
        anchors = new AnchorFile(file);
        seal(KEYS, "D-8");

        assertThat(verify().findings()).isEmpty();
        assertThat(verify().anchored()).isEqualTo(4);
    }

    @Test
    void aLineThatSomebodySpoiltIsNamed() throws Exception {
        Path file = folder.resolve("heads.log");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(1, lines.get(1).substring(20));
        Files.write(file, lines);
        anchors = new AnchorFile(file);

        assertThat(verify().findings()).extracting(Finding::kind, Finding::detail)
                .contains(tuple(Kind.ANCHORS_MISSING, "Line 2 of " + anchors.place() + " cannot be read"));
    }

    @Test
    void aPartBehindTheEndIsNotCalledIntact() {
        assertThatThrownBy(() -> verifier(KEYS).part(8, 20)).isInstanceOf(NothingSealed.class).hasMessageContaining("the log ends at 7");
        assertThat(verifier(KEYS).part(7, 20).to()).isEqualTo(7);
    }

    @Test
    void aRetiredKeyStillVerifiesAndAnUnknownOneIsNamed() {
        SealingKeys rotated = new SealingKeys(key(2), List.of(key(1)));
        seal(rotated, "D-8", "D-9");

        assertThat(verifier(rotated).whole().findings()).isEmpty();
        assertThat(verify().findings()).extracting(Finding::kind, Finding::sequence).containsExactly(tuple(Kind.UNKNOWN_KEY, 8L));
    }

    @Test
    void whoKnowsTheAlgorithmButNotTheKeyCannotSealAgain() {
        chain.rows.put("D-1", "another offer");
        MemoryChain forged = new MemoryChain();
        forged.rows.putAll(chain.rows);
        forged.unsealed.addAll(chain.rows.keySet());
        SealingKeys guessed = new SealingKeys(key(9), List.of());
        new SealLog(forged, new AnchorFile(folder.resolve("forged.log")), guessed, CLOCK, 3).seal();
        forged.heads.replaceAll((last, head) ->
                new Head(head.first(), head.last(), head.sealedAt(), KEYS.current().id(), head.hash()));

        assertThat(new VerifyLog(forged, anchors, KEYS, CLOCK).whole().findings())
                .extracting(Finding::kind)
                .contains(Kind.CHANGED, Kind.TRUNCATED);
    }

    @Test
    void aPartIsVerifiedFromItsOwnBeginning() {
        chain.rows.put("D-2", "another offer");
        chain.rows.put("D-5", "another offer");

        Verification part = verifier(KEYS).part(5, 5);

        assertThat(part.findings()).extracting(Finding::decisionId).containsExactly("D-5");
        assertThat(part).extracting(Verification::whole, Verification::from, Verification::to).containsExactly(false, 4L, 6L);
    }

    @Test
    void anEmptyLogIsIntact() {
        Verification found = new VerifyLog(new MemoryChain(), new AnchorFile(folder.resolve("none.log")), KEYS, CLOCK).whole();

        assertThat(found.intact()).isTrue();
        assertThat(found.sealed()).isZero();
    }

    private void seal(SealingKeys keys, String... ids) {
        chain.decided(ids);
        new SealLog(chain, anchors, keys, CLOCK, 100).seal();
    }

    private void cutAfter(long sequence) {
        chain.seals.tailMap(sequence, false).values().forEach(seal -> chain.rows.remove(seal.item().decisionId()));
        chain.seals.tailMap(sequence, false).clear();
        chain.heads.tailMap(sequence, false).clear();
    }

    private Verification verify() {
        return verifier(KEYS).whole();
    }

    private VerifyLog verifier(SealingKeys keys) {
        return new VerifyLog(chain, anchors, keys, CLOCK);
    }

    private static SealingKey key(int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return new SealingKey(secret);
    }

    private static byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[0] ^= 1;
        return other;
    }
}
