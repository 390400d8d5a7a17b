package io.crosswise.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.policy.TableContracts;
import io.crosswise.table.InstallPackaged.Installed;
import io.crosswise.table.TableChange.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallPackagedTest {
    private static final byte[] OLD = "old".getBytes();
    private static final byte[] NEW = "new".getBytes();
    private static final byte[] NEWEST = "newest".getBytes();
    private static final byte[] MINE = "mine".getBytes();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private final MemoryTables tables = new MemoryTables();
    private final ReadTables read = new ReadTables(TableContracts.all(), tables, tables);

    @Test
    void aNewDatabaseGetsTheTablesOfTheProduct() {
        assertThat(install(OLD)).isEmpty();
        assertThat(read.current("approval").orElseThrow().kind()).isEqualTo(Kind.PACKAGED);
        assertThat(install(OLD)).isEmpty();
        assertThat(tables.versions("approval")).hasSize(1);
    }

    @Test
    void anUpgradeReplacesWhatCameWithTheProduct() {
        install(OLD);
        assertThat(install(NEW)).isEmpty();
        assertThat(inForce()).isEqualTo(NEW);
    }

    @Test
    void anUpgradeOfADatabaseFromBeforeChangesWereWrittenDownTellsProductAndPeopleApart() {
        tables.unwritten("approval", OLD, true);
        install(NEW);
        assertThat(inForce()).isEqualTo(NEW);

        tables.unwritten("approval", MINE, false);
        assertThat(install(NEWEST)).containsExactly("approval");
        assertThat(inForce()).isEqualTo(MINE);
    }

    @Test
    void anUpgradeLeavesWhatSomebodyDeployedAndOffersItsOwnOnce() {
        install(OLD);
        tables.deploy("approval", MINE, Kind.DEPLOYED, "marketer", "mine is better", null);

        assertThat(install(OLD)).as("the same build again has nothing new").isEmpty();
        assertThat(read.draft("approval")).isEmpty();
        assertThat(install(NEW)).containsExactly("approval");
        assertThat(install(NEW)).containsExactly("approval");

        assertThat(inForce()).isEqualTo(MINE);
        assertThat(tables.of("approval")).filteredOn(change -> change.kind() == Kind.OFFERED).hasSize(1);
        assertThat(tables.file("approval", read.draft("approval").orElseThrow().sha256())).contains(NEW);
    }

    @Test
    void aDraftThatWasLeftIsNotOfferedAgain() {
        install(OLD);
        tables.deploy("approval", MINE, Kind.DEPLOYED, "marketer", null, null);
        install(NEW);
        String draft = read.draft("approval").orElseThrow().sha256();
        tables.add(TableChange.declined("approval", draft, "marketer", clock.instant(), "no"), NEW);

        assertThat(install(NEW)).isEmpty();
        assertThat(read.draft("approval")).isEmpty();
    }

    @Test
    void aDraftThatWasTakenBelongsToTheProductAgain() {
        install(OLD);
        tables.deploy("approval", MINE, Kind.DEPLOYED, "marketer", null, null);
        install(NEW);
        tables.deploy("approval", NEW, Kind.ADOPTED, "marketer", null, null);
        assertThat(read.draft("approval")).isEmpty();

        assertThat(install(NEWEST)).isEmpty();
        assertThat(inForce()).isEqualTo(NEWEST);
    }

    @Test
    void goingBackIsThePersonsChoiceAndStays() {
        install(OLD);
        install(NEW);
        tables.deploy("approval", OLD, Kind.ROLLED_BACK, "marketer", null, 1);
        assertThat(install(NEW)).as("the person knew it").isEmpty();
        assertThat(inForce()).isEqualTo(OLD);
        assertThat(install(NEWEST)).containsExactly("approval");
    }

    @Test
    void anOlderNodeHidesNoDraftOfANewerOne() {
        install(OLD);
        tables.deploy("approval", MINE, Kind.DEPLOYED, "marketer", null, null);
        install(NEW);
        install(OLD);
        assertThat(tables.file("approval", read.draft("approval").orElseThrow().sha256())).contains(NEW);
    }

    @Test
    void anOlderNodeDoesNotBringBackWhatWasOnceADraft() {
        install(OLD);
        tables.deploy("approval", MINE, Kind.DEPLOYED, "marketer", null, null);
        install(NEW);
        tables.deploy("approval", NEW, Kind.ADOPTED, "marketer", null, null);
        install(NEWEST);

        Installed older = installed(NEW);

        assertThat(older.older()).containsExactly("approval");
        assertThat(inForce()).isEqualTo(NEWEST);
    }

    @Test
    void aDraftThatWasPassedOverForAnOlderOneIsInstalledWhenThatWasTaken() {
        install(OLD);
        tables.deploy("approval", MINE, Kind.DEPLOYED, "marketer", null, null);
        install(NEW);
        install(NEWEST);
        tables.deploy("approval", NEW, Kind.ADOPTED, "marketer", null, null);

        assertThat(installed(NEWEST).older()).isEmpty();
        assertThat(inForce()).isEqualTo(NEWEST);
    }

    @Test
    void anOlderNodeThatStartsAgainBesideNewerOnesChangesNothing() {
        install(OLD);
        install(NEW);
        assertThat(install(OLD)).isEmpty();
        assertThat(inForce()).isEqualTo(NEW);
        assertThat(read.draft("approval")).isEmpty();
    }

    private byte[] inForce() {
        return tables.file("approval", tables.latest("approval").orElseThrow().version()).orElseThrow();
    }

    private List<String> install(byte[] file) {
        return installed(file).drafts();
    }

    private Installed installed(byte[] file) {
        return new InstallPackaged(() -> Map.of("approval", file), tables, tables, clock).install();
    }
}
