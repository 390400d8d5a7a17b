package io.crosswise.shared;

/** Consumers (B2C) or companies (EBU, the enterprise business unit). */
public enum Market {
    B2C,
    EBU
}
