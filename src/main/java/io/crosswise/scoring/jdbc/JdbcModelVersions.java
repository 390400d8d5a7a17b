package io.crosswise.scoring.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelEvent;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.ReleaseGate;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry in PostgreSQL: rows of versions whose state moves, and a log of every move. */
public class JdbcModelVersions implements ModelVersions {
    private static final String MODEL =
            """
            SELECT name, version, state, sha256, metrics, challenge_mode, challenge_share, origin, registered_at, changed_at,
                   changed_by, reason
            FROM scoring.model_version
            """;
    private static final String NEWEST_FIRST = " ORDER BY name, registered_at DESC, version";
    private static final String VERSION = " WHERE name = ? AND version = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ModelRows rows;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    public JdbcModelVersions(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new ModelRows(json);
    }

    @Override
    public long revision() {
        return jdbc.sql("SELECT revision FROM scoring.registry").query(Long.class).single();
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
        return transaction.execute(status -> {
            jdbc.sql("UPDATE scoring.registry SET revision = revision + 1").update();
            T result = change.get();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    followers.forEach(Runnable::run);
                }
            });
            return result;
        });
    }

    @Override
    public void whenChanged(Runnable follow) {
        followers.add(follow);
    }

    @Override
    public List<Model> in(Set<ModelState> states) {
        String[] names = states.stream().map(Enum::name).toArray(String[]::new);
        return jdbc.sql(MODEL + "WHERE state = ANY (?)" + NEWEST_FIRST)
                .param(names)
                .query(rows::model)
                .list();
    }

    @Override
    public List<Model> of(String name) {
        return jdbc.sql(MODEL + "WHERE name = ?" + NEWEST_FIRST).param(name).query(rows::model).list();
    }

    @Override
    public Optional<Model> find(String name, String version) {
        return jdbc.sql(MODEL + VERSION).params(name, version).query(rows::model).optional();
    }

    @Override
    public Optional<Model> withContent(String name, String contentSha256) {
        return jdbc.sql(MODEL + "WHERE name = ? AND content_sha256 = ?")
                .params(name, contentSha256)
                .query(rows::model)
                .optional();
    }

    @Override
    public Optional<ModelFile> file(String name, String version) {
        return jdbc.sql("SELECT name, pmml, mapping, report FROM scoring.model_version" + VERSION)
                .params(name, version)
                .query(rows::file)
                .optional();
    }

    @Override
    public List<ReleaseGate> checks(String name, String version) {
        return jdbc.sql("SELECT checks FROM scoring.model_version" + VERSION)
                .params(name, version)
                .query(rows::checks)
                .optional()
                .orElse(List.of());
    }

    @Override
    public void add(Model model, ModelFile file, String contentSha256, List<ReleaseGate> checks) {
        jdbc.sql("""
                        INSERT INTO scoring.model_version
                            (name, version, sha256, content_sha256, pmml, mapping, metrics, report, checks, origin, registered_at,
                             state, changed_at, changed_by, reason)
                        VALUES (?, ?, ?, ?, ?, ?::json, ?::json, ?::json, ?::json, ?, ?, ?, ?, ?, ?)""")
                .params(
                        model.name(),
                        model.version(),
                        model.sha256(),
                        contentSha256,
                        file.pmml(),
                        rows.json(file.mapping()),
                        rows.json(model.metrics()),
                        file.report() == null ? null : file.report().toString(),
                        rows.json(checks),
                        model.origin(),
                        Timestamp.from(model.registeredAt()),
                        model.state().name(),
                        Timestamp.from(model.changedAt()),
                        model.changedBy(),
                        model.reason())
                .update();
        append(ModelEvent.registered(model));
    }

    @Override
    public void move(Model changed, ModelEvent event) {
        jdbc.sql("""
                        UPDATE scoring.model_version
                        SET state = ?, challenge_mode = ?, challenge_share = ?, changed_at = ?, changed_by = ?, reason = ?
                        WHERE name = ? AND version = ?""")
                .params(
                        changed.state().name(),
                        ModelRows.mode(changed.challenge()),
                        ModelRows.share(changed.challenge()),
                        Timestamp.from(changed.changedAt()),
                        changed.changedBy(),
                        changed.reason(),
                        changed.name(),
                        changed.version())
                .update();
        append(event);
    }

    @Override
    public List<ModelEvent> events(String name) {
        return jdbc.sql("""
                        SELECT name, version, action, state, challenge_mode, challenge_share, at, by, reason, accepted
                        FROM scoring.model_event WHERE name = ? ORDER BY id""")
                .param(name)
                .query(rows::event)
                .list();
    }

    private void append(ModelEvent event) {
        jdbc.sql("""
                        INSERT INTO scoring.model_event
                            (name, version, action, state, challenge_mode, challenge_share, at, by, reason, accepted)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)""")
                .params(
                        event.name(),
                        event.version(),
                        event.action().name(),
                        event.state().name(),
                        ModelRows.mode(event.challenge()),
                        ModelRows.share(event.challenge()),
                        Timestamp.from(event.at()),
                        event.by(),
                        event.reason(),
                        rows.json(event.accepted()))
                .update();
    }
}
