package io.crosswise.customer.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Collects the fields of a line and gives up on one that is too long or has too many of them. */
final class BoundedRecords extends CsvCallbackHandler<BoundedRecords.Fields> {
    static final int MAX_CHARACTERS = 1 << 20;
    static final int MAX_FIELDS = 4_096;

    private List<String> fields = new ArrayList<>();
    private RecordType type = RecordType.DATA;
    private long characters;
    private long line;

    record Fields(long line, List<String> values) {}

    /** Where the line being read starts. */
    long line() {
        return line;
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = startingLine;
        fields = new ArrayList<>(Math.max(10, fields.size()));
        type = RecordType.DATA;
        characters = 0;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        characters += length;
        if (characters > MAX_CHARACTERS || fields.size() == MAX_FIELDS) {
            throw new IllegalStateException("The line is too long");
        }
        fields.add(new String(buffer, offset, length).strip());
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return fields.size();
    }

    @Override
    protected Fields buildRecord() {
        return new Fields(line, fields);
    }
}
