package io.crosswise.policy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.candidate.Share;
import io.crosswise.policy.HandSetSubstitutions;
import io.crosswise.policy.LearnSubstitutions;
import io.crosswise.policy.LearnedPair;
import io.crosswise.policy.LearnedSubstitutions;
import io.crosswise.policy.Substitution;
import io.crosswise.policy.Substitutions;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which new service takes margin from which held one, over HTTP: what decisions charge now, and learning it anew. */
@RestController
@RequestMapping("/api/v1/substitutions")
class SubstitutionController {
    private final Substitutions substitutions;
    private final HandSetSubstitutions handSet;
    private final LearnSubstitutions learnSubstitutions;

    SubstitutionController(
            Substitutions substitutions, HandSetSubstitutions handSet, LearnSubstitutions learnSubstitutions) {
        this.substitutions = substitutions;
        this.handSet = handSet;
        this.learnSubstitutions = learnSubstitutions;
    }

    @GetMapping
    View inForce() {
        return view(substitutions.current());
    }

    @PostMapping("/learn")
    @ResponseStatus(HttpStatus.CREATED)
    View learn() {
        return view(learnSubstitutions.learn());
    }

    private View view(LearnedSubstitutions learned) {
        List<Charged> charged = Arrays.stream(Market.values())
                .flatMap(market -> handSet.of(market).learning(learned.usable(market)).pairs().stream()
                        .map(pair -> Charged.of(market, pair)))
                .toList();
        return new View(learned.version(), learned.learnedAt(), charged, learned.pairs());
    }

    /** @param items what decisions charge @param evidence all that hold-outs tell, also where it is too little to charge */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String version, Instant learnedAt, List<Charged> items, List<LearnedPair> evidence) {}

    record Charged(Market market, ServiceCategory added, ServiceCategory held, Share share, String rule, String text, String fr) {
        static Charged of(Market market, Substitution pair) {
            return new Charged(
                    market, pair.added(), pair.held(), pair.share(), pair.reason().rule(), pair.reason().text(), pair.reason().fr());
        }
    }
}
