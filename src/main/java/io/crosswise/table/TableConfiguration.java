package io.crosswise.table;

import io.crosswise.catalog.Catalogues;
import io.crosswise.policy.TableContract;
import io.crosswise.policy.TableContracts;
import io.crosswise.table.classpath.ClasspathTables;
import io.crosswise.table.jdbc.JdbcTableChanges;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires how people change tables. */
@Configuration(proxyBeanMethods = false)
class TableConfiguration {
    @Bean
    JudgeTable judgeTable(TryTable tryTable, Catalogues catalogues) {
        return new JudgeTable(TableContracts.all(), tryTable, () -> catalogues.current().codes());
    }

    @Bean
    PackagedTables packagedTables() {
        return new ClasspathTables(TableContracts.all().stream().map(TableContract::name).toList());
    }

    @Bean
    TableChanges tableChanges(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcTableChanges(jdbc, transactions);
    }

    @Bean
    InstallPackaged installPackaged(PackagedTables packaged, DeployedTables deployed, TableChanges changes, Clock clock) {
        return new InstallPackaged(packaged, deployed, changes, clock);
    }

    @Bean
    ReadTables readTables(DeployedTables deployed, TableChanges changes) {
        return new ReadTables(TableContracts.all(), deployed, changes);
    }

    @Bean
    ChangeTable changeTable(JudgeTable judgeTable, DeployedTables deployed, TableChanges changes, Clock clock) {
        return new ChangeTable(TableContracts.all(), judgeTable, deployed, changes, clock);
    }
}
