package io.crosswise.policy;

import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.Segment;
import java.util.List;
import java.util.Set;

/** Reads what {@code dmn/segmentation.dmn} answered: output {@code segment}. */
public final class SegmentationTable {
    private static final Column<Segment> SEGMENT = Column.choice("segment", Segment.class);

    public static final TableContract CONTRACT = new TableContract(
            "segmentation", Answers.EXACTLY_ONE, Set.of(Facts.CUSTOMER), List.of(SEGMENT), SegmentationTable::read);

    private SegmentationTable() {}

    /** @throws BrokenTable when there is not exactly one row or it names no segment */
    public static Segment read(List<TableRow> rows) {
        return SEGMENT.of(Rows.only("segmentation", rows));
    }
}
