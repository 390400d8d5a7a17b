package io.crosswise.catalog.jdbc;

import static io.crosswise.catalog.CatalogueDocuments.VALID;
import static io.crosswise.catalog.CatalogueDocuments.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.json.CatalogueReader;
import io.crosswise.testing.TestPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcCataloguesIT {
    private final DataSource database = TestPostgres.migratedDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final HandClock clock = new HandClock();
    private final JdbcCatalogues catalogues = instance();
    private final Catalogue first = read(VALID);
    private final Catalogue second = read(VALID.replace("11.99", "12.99"));

    @Test
    void isEmptyBeforeAnythingWasPublished() {
        assertThat(catalogues.current().offers()).isEmpty();
    }

    @Test
    void sellsWhatWasPublishedLast() {
        catalogues.publish(first);
        assertThat(catalogues.publish(second)).isEqualTo(second);

        assertThat(catalogues.current()).isEqualTo(second);
        assertThat(catalogues.version(first.version())).isEqualTo(first);
    }

    @Test
    void publishingTheSameContentAgainChangesNothing() {
        catalogues.publish(first);
        clock.advanceSeconds(60);
        catalogues.publish(first);

        assertThat(jdbc.sql("SELECT count(*), min(published_at) FROM catalog.catalogue")
                        .query()
                        .singleRow())
                .containsEntry("count", 1L)
                .containsEntry("min", java.sql.Timestamp.from(HandClock.START));
    }

    @Test
    void anOldVersionCanGoOnSaleAgain() {
        catalogues.publish(first);
        catalogues.publish(second);
        catalogues.publish(first);

        assertThat(catalogues.current()).isEqualTo(first);
    }

    @Test
    void anotherInstanceSeesIt() {
        JdbcCatalogues other = instance();
        catalogues.publish(first);
        assertThat(other.current()).isEqualTo(first);

        catalogues.publish(second);
        assertThat(other.current()).isEqualTo(first);
        clock.advanceSeconds(JdbcCatalogues.FRESH_FOR.toSeconds() + 1);
        assertThat(other.current()).isEqualTo(second);
    }

    @Test
    void aPublicationRolledBackNeverHappened() {
        catalogues.publish(first);
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
            catalogues.publish(second);
            status.setRollbackOnly();
        });

        assertThat(catalogues.current()).isEqualTo(first);
    }

    @Test
    void refusesAVersionNobodyPublished() {
        assertThatThrownBy(() -> catalogues.version("0000")).isInstanceOf(NoSuchElementException.class);
    }

    private JdbcCatalogues instance() {
        return new JdbcCatalogues(jdbc, new ObjectMapper(), clock);
    }

    private static Catalogue read(String text) {
        try {
            return new CatalogueReader().read(document(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands still until told. */
    private static final class HandClock extends Clock {
        static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
        private Instant now = START;

        void advanceSeconds(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
