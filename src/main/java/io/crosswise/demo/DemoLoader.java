package io.crosswise.demo;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.PublishCatalogue;
import io.crosswise.customer.CustomerHistory;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.Customers;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.demo.truth.TruthParameters;
import io.crosswise.outcome.PastCampaigns;
import io.crosswise.shared.CustomerId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads the demo market on the first start, in one transaction: an interrupted start leaves nothing behind and the next one
 * loads it all. The day of the first start is the market's anchor.
 */
public class DemoLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final CustomerId FIRST = new CustomerId("C-000001");

    private final PublishCatalogue publishCatalogue;
    private final Customers customers;
    private final PastCampaigns pastCampaigns;
    private final CustomerHistory history;
    private final TruthParameters truth;
    private final TransactionOperations transaction;
    private final Clock clock;
    private volatile boolean loaded;

    DemoLoader(
            PublishCatalogue publishCatalogue,
            Customers customers,
            PastCampaigns pastCampaigns,
            CustomerHistory history,
            TruthParameters truth,
            TransactionOperations transaction,
            Clock clock) {
        this.publishCatalogue = publishCatalogue;
        this.customers = customers;
        this.pastCampaigns = pastCampaigns;
        this.history = history;
        this.truth = truth;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing when the market is there already. */
    public void load() {
        transaction.executeWithoutResult(status -> {
            if (customers.find(FIRST).isEmpty()) {
                loadMarket();
            }
        });
        loaded = true;
    }

    /** Whether the market can be used. */
    public boolean isLoaded() {
        return loaded;
    }

    private void loadMarket() {
        long started = clock.millis();
        Catalogue catalogue = publishCatalogue.publish(DemoFiles.catalogue());
        DemoMarket market = DemoMarket.generate(
                DemoMarket.SEED, LocalDate.now(clock), catalogue, new GroundTruth(DemoMarket.SEED, truth));
        List<CustomerRecord> records = market.customers();
        customers.store(records);
        pastCampaigns.store(market.pastContacts().parallel());
        history.keep(market.snapshots().parallel());
        history.record(market.lifeEvents());
        LOG.info(
                "Demo market loaded in {} ms: {} customers, {} offers, {} bundles, {} past contacts",
                clock.millis() - started,
                records.size(),
                catalogue.offers().size(),
                catalogue.bundles().size(),
                pastCampaigns.count());
    }
}
