package io.crosswise.customer;

/** Recomputes what profiles derive from many rows, the usage summary and the ARPU percentile, for all customers at once. */
public interface RefreshFeatures {
    /** @return how many profiles changed; a second call right after changes none */
    int refresh();
}
