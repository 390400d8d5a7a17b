package io.crosswise.learning;

import java.util.List;
import java.util.stream.Collectors;

/** The data must not be learned from as they are; the gates say why and what to change. */
public class TrainingRefused extends RuntimeException {
    private final transient List<Gate> gates;

    public TrainingRefused(String model, List<Gate> gates) {
        super(gates.stream()
                .filter(gate -> !gate.passed())
                .map(Gate::text)
                .collect(Collectors.joining(" ", "Training of " + model + " is refused. ", "")));
        this.gates = List.copyOf(gates);
    }

    /** Those that were looked at, the failed ones among them. */
    public List<Gate> gates() {
        return gates;
    }
}
