package io.crosswise.learning.pmml;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.Application;
import org.dmg.pmml.Extension;
import org.dmg.pmml.Header;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.PMML;
import org.dmg.pmml.VerificationField;
import org.dmg.pmml.VerificationFields;
import org.jpmml.converter.PMMLUtil;
import org.jpmml.model.metro.MetroJAXBSerializer;

/** The parts every model file of ours has: header without a time stamp, verification records, bytes. */
final class PmmlFile {
    private PmmlFile() {}

    static Header header(ModelLabel label, List<String> features) {
        return new Header()
                .setModelVersion(label.version())
                .setDescription(label.description())
                .setApplication(new Application("Crosswise"))
                .addExtensions(
                        new Extension().setName("dataSha256").setValue(label.dataSha256()),
                        new Extension().setName("features").setValue(String.join(" ", features)));
    }

    /**
     * Records that prove the file: inputs by field name (null is missing), then what is expected of each output.
     *
     * @param precision relative tolerance of numeric outputs
     */
    static ModelVerification verification(List<Map<String, Object>> inputs, List<Map<String, Object>> outputs, double precision) {
        VerificationFields fields = new VerificationFields();
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        for (String input : inputs.get(0).keySet()) {
            fields.addVerificationFields(new VerificationField(input, column(input)));
            columns.put(column(input), values(inputs, input));
        }
        for (String output : outputs.get(0).keySet()) {
            fields.addVerificationFields(new VerificationField(output, column(output))
                    .setPrecision(precision)
                    .setZeroThreshold(1e-12));
            columns.put(column(output), values(outputs, output));
        }
        return new ModelVerification(fields, PMMLUtil.createInlineTable(columns))
                .setRecordCount(inputs.size())
                .setFieldCount(columns.size());
    }

    static byte[] bytes(PMML pmml) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new MetroJAXBSerializer().serializePretty(pmml, file);
        } catch (JAXBException e) {
            throw new IllegalStateException("The PMML cannot be written", e);
        }
        return file.toByteArray();
    }

    /** Field names become element names, which hold letters, digits, dots, dashes and underscores only. */
    private static String column(String field) {
        return field.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static List<Object> values(List<Map<String, Object>> records, String field) {
        List<Object> values = new ArrayList<>();
        records.forEach(record -> values.add(record.get(field)));
        return values;
    }
}
