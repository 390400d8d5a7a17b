package io.crosswise.catalog.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.catalog.json.CanonicalCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Catalogue versions in PostgreSQL, read from memory. What another instance publishes is seen within {@link #FRESH_FOR}, so
 * that a decision costs no query for the catalogue.
 */
public class JdbcCatalogues implements Catalogues {
    static final Duration FRESH_FOR = Duration.ofSeconds(5);
    private static final Catalogue EMPTY = CanonicalCatalogue.of(List.of(), List.of(), List.of());

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Catalogue> versions = new ConcurrentHashMap<>();
    private final AtomicReference<Seen> onSale = new AtomicReference<>(new Seen(EMPTY, Instant.MIN));

    private record Seen(Catalogue catalogue, Instant at) {}

    public JdbcCatalogues(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Catalogue current() {
        Seen seen = onSale.get();
        Instant now = clock.instant();
        if (seen.at().isBefore(now.minus(FRESH_FOR))) {
            Seen fresh = new Seen(read(), now);
            onSale.compareAndSet(seen, fresh);
            return fresh.catalogue();
        }
        return seen.catalogue();
    }

    @Override
    public Catalogue version(String version) {
        return versions.computeIfAbsent(version, this::load);
    }

    @Override
    public Catalogue publish(Catalogue catalogue) {
        Catalogue canonical = CanonicalCatalogue.of(catalogue.services(), catalogue.offers(), catalogue.bundles());
        if (!newest().equals(Optional.of(canonical.version()))) {
            jdbc.sql("""
                INSERT INTO catalog.catalogue (version, published_at, document) VALUES (:version, :now, :document::json)
                ON CONFLICT (version) DO UPDATE
                SET published_at = excluded.published_at, publication = nextval('catalog.publication')\
                """)
                    .param("version", canonical.version())
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("document", CanonicalCatalogue.json(canonical))
                    .update();
            forgetOnceCommitted();
        }
        return canonical;
    }

    /** Others must not read from memory what a rollback may still take back. */
    private void forgetOnceCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private void forget() {
        onSale.updateAndGet(seen -> new Seen(seen.catalogue(), Instant.MIN));
    }

    private Catalogue read() {
        return newest().map(this::version).orElse(EMPTY);
    }

    private Optional<String> newest() {
        return jdbc.sql("SELECT version FROM catalog.catalogue ORDER BY publication DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    private Catalogue load(String version) {
        String document = jdbc.sql("SELECT document FROM catalog.catalogue WHERE version = :version")
                .param("version", version)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No catalogue was published as " + version));
        try {
            Catalogue content = json.readValue(document, Catalogue.class);
            return new Catalogue(version, content.services(), content.offers(), content.bundles());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Catalogue " + version + " cannot be read back", e);
        }
    }
}
