package io.crosswise.process.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine runs.
 *
 * @param tuned false is the engine as shipped (history full, its own FEEL, starter defaults), which the benchmark compares with;
 *     a database remembers how its history is written, so the two cannot share one
 * @param historyTimeToLive ISO period after which finished instances and evaluated tables may be cleaned up
 * @param cleanUpFrom local time the history clean-up may start, {@code HH:mm}
 * @param cleanUpUntil local time it must stop
 * @param retries waits between the attempts of a failed job, ISO durations separated by commas; after the last it is an incident
 * @param mostResults longest list a caller from outside gets; Tasklist itself asks for 2,000
 */
@ConfigurationProperties("crosswise.engine")
public record EngineSettings(
        @DefaultValue("true") boolean tuned,
        @DefaultValue("P180D") String historyTimeToLive,
        @DefaultValue("02:00") String cleanUpFrom,
        @DefaultValue("04:00") String cleanUpUntil,
        @DefaultValue("PT5S,PT30S,PT5M,PT30M") String retries,
        @DefaultValue("2000") int mostResults) {}
