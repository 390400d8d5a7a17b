package io.crosswise.policy.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.policy.LearnedPair;
import io.crosswise.policy.LearnedSubstitutions;
import io.crosswise.policy.Substitutions;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Learned substitutions in PostgreSQL, read from memory. What is learned, here or on another instance, is in force within
 * {@link #FRESH_FOR}, so that a decision costs no query for it.
 */
public class JdbcSubstitutions implements Substitutions {
    static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, LearnedSubstitutions> versions = new ConcurrentHashMap<>();
    private volatile Seen seen = new Seen(LearnedSubstitutions.NONE, Instant.MIN);

    private record Seen(LearnedSubstitutions learned, Instant at) {}

    public JdbcSubstitutions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        versions.put(LearnedSubstitutions.NONE.version(), LearnedSubstitutions.NONE);
    }

    @Override
    public LearnedSubstitutions current() {
        Instant now = clock.instant();
        Seen known = seen;
        if (known.at().isBefore(now.minus(FRESH_FOR))) {
            LearnedSubstitutions newest = find("ORDER BY publication DESC LIMIT 1", "").orElse(LearnedSubstitutions.NONE);
            versions.put(newest.version(), newest);
            known = new Seen(newest, now);
            seen = known;
        }
        return known.learned();
    }

    @Override
    public LearnedSubstitutions version(String version) {
        return version == null
                ? LearnedSubstitutions.NONE
                : versions.computeIfAbsent(version, it -> find("WHERE version = :version", it)
                        .orElseThrow(() -> new NoSuchElementException("No substitutions were learned as " + it)));
    }

    @Override
    public void publish(LearnedSubstitutions learned) {
        jdbc.sql("""
                INSERT INTO policy.substitution (version, learned_at, pairs) VALUES (:version, :at, :pairs::json)
                ON CONFLICT (version) DO UPDATE SET learned_at = excluded.learned_at, publication = DEFAULT""")
                .param("version", learned.version())
                .param("at", OffsetDateTime.ofInstant(learned.learnedAt(), ZoneOffset.UTC))
                .param("pairs", written(learned))
                .update();
        seen = new Seen(seen.learned(), Instant.MIN);
    }

    private Optional<LearnedSubstitutions> find(String which, String version) {
        return jdbc.sql("SELECT version, learned_at, pairs FROM policy.substitution " + which)
                .param("version", version)
                .query((row, number) -> read(row))
                .optional();
    }

    private LearnedSubstitutions read(ResultSet row) throws SQLException {
        try {
            List<LearnedPair> pairs = json.readValue(row.getString("pairs"), new TypeReference<>() {});
            return new LearnedSubstitutions(
                    row.getString("version"), row.getObject("learned_at", OffsetDateTime.class).toInstant(), pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Substitutions " + row.getString("version") + " cannot be read back", e);
        }
    }

    private String written(LearnedSubstitutions learned) {
        try {
            return json.writeValueAsString(learned.pairs());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
