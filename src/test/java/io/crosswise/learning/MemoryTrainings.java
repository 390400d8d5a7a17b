package io.crosswise.learning;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trainings in memory. */
public class MemoryTrainings implements Trainings {
    private final Map<String, Training> all = new LinkedHashMap<>();

    @Override
    public void add(Training training) {
        all.put(training.trainingId(), training);
    }

    @Override
    public void update(Training training) {
        all.put(training.trainingId(), training);
    }

    @Override
    public void alive(String trainingId) {}

    @Override
    public Optional<Training> find(String trainingId) {
        return Optional.ofNullable(all.get(trainingId));
    }

    @Override
    public List<Training> of(String model) {
        return all.values().stream()
                .filter(training -> training.model().equals(model))
                .sorted(Comparator.comparing(Training::askedAt).reversed())
                .toList();
    }
}
