package io.crosswise.learning;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is watched and when it counts as drift, prefix {@code crosswise.learning.drift}; {@code cron} beside them says when.
 *
 * @param days of decisions that are compared with the training
 * @param customers that are read at most; of more a fixed sample is read
 * @param minOutcomes answers below which calibration is not judged
 * @param watchIndex stability index (above what chance gives) from which a feature or score is watched
 * @param alarmIndex the same for an alarm
 * @param watchZ standard errors between predicted and observed mean from which calibration is watched
 * @param alarmZ the same for an alarm
 */
@ConfigurationProperties("crosswise.learning.drift")
public record DriftSettings(
        @DefaultValue("30") int days,
        @DefaultValue("20000") int customers,
        @DefaultValue("100") int minOutcomes,
        @DefaultValue("0.1") double watchIndex,
        @DefaultValue("0.25") double alarmIndex,
        @DefaultValue("2") double watchZ,
        @DefaultValue("3") double alarmZ) {

    public static final DriftSettings DEFAULTS = new DriftSettings(30, 20_000, 100, 0.1, 0.25, 2, 3);

    /** @throws IllegalArgumentException naming the setting that is out of its range */
    public DriftSettings {
        require(days >= 1 && days <= 366, "days is 1 to 366");
        require(customers >= 100, "customers is 100 or more");
        require(minOutcomes >= 1, "min-outcomes is 1 or more");
        require(watchIndex > 0 && alarmIndex >= watchIndex, "watch-index is above 0 and alarm-index not below it");
        require(watchZ > 0 && alarmZ >= watchZ, "watch-z is above 0 and alarm-z not below it");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("crosswise.learning.drift." + what);
        }
    }
}
