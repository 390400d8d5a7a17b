package io.crosswise.table;

import java.util.List;
import java.util.stream.Collectors;

/** A table the gate does not let through, with everything its author has to change. */
public class RefusedTable extends RuntimeException {
    private static final int SHOWN = 10;
    private final transient List<Complaint> complaints;

    public RefusedTable(List<Complaint> complaints) {
        super(message(complaints));
        this.complaints = List.copyOf(complaints);
    }

    static RefusedTable of(String code, String text) {
        return new RefusedTable(List.of(Complaint.of(code, text)));
    }

    public List<Complaint> complaints() {
        return complaints;
    }

    private static String message(List<Complaint> complaints) {
        String message = complaints.stream().limit(SHOWN).map(Complaint::sentence).collect(Collectors.joining(" | "));
        return complaints.size() > SHOWN ? message + " | and " + (complaints.size() - SHOWN) + " more." : message;
    }
}
