package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.policy.Approval;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.Sociostyle;
import io.crosswise.policy.Strategy;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.shared.Segment;
import java.util.List;

/**
 * What each stage of {@code decide-offer} answered; null where the decision ended before the stage.
 *
 * @param candidates ranked, the winner first among the allowed ones
 * @param arbitration how they were ranked
 * @param rules fingerprints of tables and rule files that judged
 * @param path activities in the order they were entered
 */
public record StageResults(
        Segment segment,
        Sociostyle sociostyle,
        CustomerScores scores,
        Strategy strategy,
        List<Candidate> candidates,
        Arbitration arbitration,
        ContactPermissions permissions,
        Experiment experiment,
        ChannelAssignment channel,
        Approval approval,
        List<Fingerprint> rules,
        List<Fingerprint> models,
        List<String> path,
        String processInstanceId) {}
