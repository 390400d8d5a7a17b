package io.crosswise.policy;

import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.util.List;

/** What became of held services after customers were asked, or held out, for new ones. */
public interface SubstitutionEvidence {
    /**
     * Every pair of a new and a held category that occurs, from all contacts meant for a service the customer did not have; who left in
     * the meantime is not counted, since leaving is no substitution.
     *
     * @param days between the contact and the look at what is held
     */
    List<Pair> gather(int days);

    /** @param added category of the service asked for @param held category held when it was */
    record Pair(Market market, ServiceCategory added, ServiceCategory held, Arm treated, Arm heldOut) {
        public Pair between(Arm asked, Arm out) {
            return new Pair(market, added, held, asked, out);
        }
    }
}
