package io.crosswise.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.policy.TableContract;
import io.crosswise.policy.TableContracts;
import io.crosswise.process.engine.EngineTableTrials;
import io.crosswise.table.classpath.ClasspathTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the product meet their own gate. */
class PackagedTablesTest {
    private static final List<String> NAMES = TableContracts.all().stream().map(TableContract::name).toList();
    private final JudgeTable judgeTable = new JudgeTable(TableContracts.all(), new EngineTableTrials(), () -> Set.of("O-BOX-5G"));

    static Stream<String> tables() {
        return NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyPackagedTablePassesTheGate(String table) {
        Judgement judgement = judgeTable.judge(new ClasspathTables(NAMES).all().get(table), false);

        assertThat(judgement.table().id()).isEqualTo(table);
        assertThat(judgement.notChecked()).isEmpty();
    }

    @Test
    void everyPackagedTableHasAContract() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("dmn"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".dmn", ""))).containsExactlyInAnyOrderElementsOf(NAMES);
        }
    }
}
