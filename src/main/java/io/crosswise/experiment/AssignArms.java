package io.crosswise.experiment;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.StableHash;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** First step of {@code decide-offer}: puts a customer into the arms of the experiments that run; the same customer always into the same. */
public final class AssignArms {
    private AssignArms() {}

    /** Arms of the experiments that run at that moment and listen to the trigger, in the order given. */
    public static List<ArmInForce> assign(
            List<StoredExperiment> experiments, CustomerProfile profile, String triggerType, Instant at) {
        return experiments.stream()
                .filter(experiment -> experiment.phase(at) == StoredExperiment.Phase.RUNNING)
                .filter(experiment -> experiment.definition().audience().listensTo(profile.market(), triggerType))
                .map(experiment -> arm(experiment, experiment.definition().unit().of(profile)))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<ArmInForce> arm(StoredExperiment stored, String unit) {
        Experiment experiment = stored.definition();
        int bucket = StableHash.bucket(experiment.salt(), unit, BucketRange.BUCKETS);
        return stored.arm(bucket)
                .map(arm -> new ArmInForce(
                        experiment.name(),
                        stored.version(),
                        experiment.kind(),
                        arm.name(),
                        bucket,
                        unit,
                        arm.treatment(),
                        experiment.audience().segments(),
                        experiment.audience().categories(),
                        offers(experiment)));
    }

    /** The universal hold-out alone, for a share of all customers. */
    public static ArmInForce universal(CustomerId customer, double share) {
        int bucket = StableHash.bucket(Experiment.UNIVERSAL, customer.value(), BucketRange.BUCKETS);
        boolean heldOut = bucket < Math.round(share * BucketRange.BUCKETS);
        return new ArmInForce(
                Experiment.UNIVERSAL,
                1,
                Kind.UNIVERSAL_HOLD_OUT,
                heldOut ? Experiment.HELD_OUT : Experiment.TREATED,
                bucket,
                customer.value(),
                heldOut ? new Treatment(Treatment.Action.HOLD_OUT, null, null, null, null) : Treatment.NONE,
                Set.of(),
                Set.of(),
                Set.of());
    }

    /** An arm about every offer makes the experiment one about every offer. */
    private static Set<String> offers(Experiment experiment) {
        boolean every = experiment.arms().stream()
                .map(Arm::treatment)
                .anyMatch(treatment -> treatment.action() != Treatment.Action.NONE && treatment.offer() == null);
        return every
                ? Set.of()
                : experiment.arms().stream()
                        .map(arm -> arm.treatment().offer())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }
}
