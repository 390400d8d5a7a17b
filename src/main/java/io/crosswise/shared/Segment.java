package io.crosswise.shared;

/** The customer segments; {@code dmn/segmentation.dmn} assigns them. */
public enum Segment {
    B2C_HIGH_VALUE,
    B2C_LOYALTY,
    B2C_STANDARD,
    EBU_ENTERPRISE,
    EBU_SME,
    EBU_STANDARD
}
