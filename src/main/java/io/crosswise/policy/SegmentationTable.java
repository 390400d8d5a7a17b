package io.crosswise.policy;

import io.crosswise.shared.Segment;
import java.util.List;

/** Reads what {@code dmn/segmentation.dmn} answered: output {@code segment}. */
public final class SegmentationTable {
    private SegmentationTable() {}

    /** @throws BrokenTable when there is not exactly one row or it names no segment */
    public static Segment read(List<TableRow> rows) {
        return Rows.choice(Rows.only("segmentation", rows), "segment", Segment.class);
    }
}
