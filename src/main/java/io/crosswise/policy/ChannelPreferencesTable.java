package io.crosswise.policy;

import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what {@code dmn/channel-assignment.dmn} answered: outputs {@code channel}, {@code preference} (smallest first), {@code reason} and
 * {@code waitDays}, how long an offer rather waits for a better channel.
 */
public final class ChannelPreferencesTable {
    private static final Column<ChannelCode> CHANNEL = Column.choice("channel", ChannelCode.class);
    private static final Column<BigDecimal> PREFERENCE = Column.number("preference");
    private static final Column<BigDecimal> WAIT_DAYS = Column.number("waitDays").orWithout();

    public static final TableContract CONTRACT = new TableContract(
            "channel-assignment",
            Answers.ANY_NUMBER,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT, Facts.OFFER),
            List.of(CHANNEL, PREFERENCE, Rows.REASON, WAIT_DAYS),
            ChannelPreferencesTable::read);

    private ChannelPreferencesTable() {}

    /**
     * Best channel first, each channel once.
     *
     * @throws BrokenTable when a row names no channel or no number as its preference
     */
    public static List<ChannelPreference> read(List<TableRow> rows) {
        Set<ChannelCode> seen = EnumSet.noneOf(ChannelCode.class);
        List<ChannelPreference> preferences = new ArrayList<>();
        rows.stream()
                .sorted(Comparator.comparing(ChannelPreferencesTable::preference)
                        .thenComparing(CHANNEL::of))
                .forEach(row -> {
                    ChannelCode channel = CHANNEL.of(row);
                    if (seen.add(channel)) {
                        preferences.add(new ChannelPreference(
                                channel, preference(row), waitDays(row), Rows.reason(row, Stage.CHANNEL)));
                    }
                });
        return List.copyOf(preferences);
    }

    private static int waitDays(TableRow row) {
        BigDecimal days = WAIT_DAYS.of(row);
        return days == null ? 0 : days.intValue();
    }

    private static BigDecimal preference(TableRow row) {
        BigDecimal preference = PREFERENCE.of(row);
        if (preference == null) {
            throw BrokenTable.cell(row, "preference", null);
        }
        return preference;
    }
}
