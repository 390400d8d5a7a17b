package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@code dmn/contact-policy.dmn} answered: each row refuses its {@code channel}s (comma-separated, {@code *} is all of
 * them); the first row that refuses a channel gives the reason.
 */
public final class ContactPolicyTable {
    private ContactPolicyTable() {}

    /** @throws BrokenTable when a row names an unknown channel */
    public static ContactPermissions read(List<TableRow> rows, CustomerFacts customer) {
        Map<ChannelCode, Reason> refused = new EnumMap<>(ChannelCode.class);
        for (TableRow row : rows) {
            Reason reason = Rows.reason(row, Stage.CONTACT_POLICY);
            for (String name : Rows.list(row, "channel")) {
                if (name.equals("*")) {
                    Arrays.stream(ChannelCode.values()).forEach(channel -> refused.putIfAbsent(channel, reason));
                } else {
                    refused.putIfAbsent(Rows.choice(row, "channel", name, ChannelCode.class), reason);
                }
            }
        }
        List<ChannelCode> allowed =
                Arrays.stream(ChannelCode.values()).filter(channel -> !refused.containsKey(channel)).toList();
        return new ContactPermissions(allowed, refused, customer.unknowns());
    }
}
