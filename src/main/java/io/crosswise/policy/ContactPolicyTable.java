package io.crosswise.policy;

import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what {@code dmn/contact-policy.dmn} answered: each row refuses its {@code channel}s (comma-separated, {@code *} is all of
 * them); the first row that refuses a channel gives the reason.
 */
public final class ContactPolicyTable {
    private static final String ALL = "*";
    private static final Column<List<String>> CHANNEL = Column.words("channel", channels());

    public static final TableContract CONTRACT = new TableContract(
            "contact-policy",
            Answers.ANY_NUMBER,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT),
            List.of(CHANNEL, Rows.REASON),
            ContactPolicyTable::refusals);

    private ContactPolicyTable() {}

    private static Set<String> channels() {
        return Stream.concat(Stream.of(ALL), Arrays.stream(ChannelCode.values()).map(Enum::name)).collect(Collectors.toSet());
    }

    /** @throws BrokenTable when a row names an unknown channel */
    public static ContactPermissions read(List<TableRow> rows, CustomerFacts customer) {
        Map<ChannelCode, Reason> refused = refusals(rows);
        List<ChannelCode> allowed =
                Arrays.stream(ChannelCode.values()).filter(channel -> !refused.containsKey(channel)).toList();
        return new ContactPermissions(allowed, refused, customer.unknowns());
    }

    private static Map<ChannelCode, Reason> refusals(List<TableRow> rows) {
        Map<ChannelCode, Reason> refused = new EnumMap<>(ChannelCode.class);
        for (TableRow row : rows) {
            Reason reason = Rows.reason(row, Stage.CONTACT_POLICY);
            for (String name : CHANNEL.of(row)) {
                if (name.equals(ALL)) {
                    Arrays.stream(ChannelCode.values()).forEach(channel -> refused.putIfAbsent(channel, reason));
                } else {
                    refused.putIfAbsent(ChannelCode.valueOf(name), reason);
                }
            }
        }
        return refused;
    }
}
