package io.crosswise.policy.jdbc;

import io.crosswise.policy.KeptRuleFiles;
import io.crosswise.policy.RuleFiles;
import io.crosswise.policy.RuleFiles.RuleFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule files in PostgreSQL, each content once. */
public class JdbcKeptRuleFiles implements KeptRuleFiles {
    private final JdbcClient jdbc;

    public JdbcKeptRuleFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(RuleFiles files, Instant at) {
        for (RuleFile file : files.files()) {
            jdbc.sql("""
                            INSERT INTO policy.rule_file (sha256, name, content, first_used_at) VALUES (?, ?, ?, ?)
                            ON CONFLICT DO NOTHING""")
                    .params(file.sha256(), file.name(), file.content(), Timestamp.from(at))
                    .update();
        }
    }

    @Override
    public Optional<RuleFile> find(String sha256) {
        return jdbc.sql("SELECT name, sha256, content FROM policy.rule_file WHERE sha256 = ?")
                .param(sha256)
                .query((row, number) -> new RuleFile(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }
}
