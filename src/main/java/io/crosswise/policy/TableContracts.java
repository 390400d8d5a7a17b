package io.crosswise.policy;

import java.util.List;

/** Every table the decision asks, each as its reader understands it. */
public final class TableContracts {
    private TableContracts() {}

    public static List<TableContract> all() {
        return List.of(
                SegmentationTable.CONTRACT,
                SociostyleTable.CONTRACT,
                StrategyTable.CONTRACT,
                ExclusionTable.ELIGIBILITY,
                ExclusionTable.APPLICABILITY,
                ExclusionTable.SUITABILITY,
                ContactPolicyTable.CONTRACT,
                SubstitutionTable.CONTRACT,
                LeverTable.CONTRACT,
                ChannelPreferencesTable.CONTRACT,
                ApprovalTable.CONTRACT);
    }
}
