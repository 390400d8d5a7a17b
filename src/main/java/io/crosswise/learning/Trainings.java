package io.crosswise.learning;

import java.util.List;
import java.util.Optional;

/** The trainings somebody asked for; one whose node is gone is answered as failed. */
public interface Trainings {
    void add(Training training);

    void update(Training training);

    /** Says that a training that waits or runs is still being worked on; to be called twice a minute. */
    void alive(String trainingId);

    Optional<Training> find(String trainingId);

    /** Newest first. */
    List<Training> of(String model);
}
