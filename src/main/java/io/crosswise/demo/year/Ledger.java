package io.crosswise.demo.year;

/** What one customer brought and cost, euros. */
final class Ledger {
    double margin;
    double contactCost;
    double complaintCost;
    double cannibalised;
    int contacts;
    int complaints;
    int accepted;

    /** Margin of everything held, less what contacts and complaints cost. */
    double net() {
        return margin - contactCost - complaintCost;
    }
}
