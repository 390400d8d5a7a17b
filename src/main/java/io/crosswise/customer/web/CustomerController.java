package io.crosswise.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.customer.ChangeConsents;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.customer.EraseCustomer;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.customer.UsageHistory;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Page;
import io.crosswise.shared.Segment;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where people look customers up and customers' rights are exercised. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {
    private static final int ATTEMPTS = 5;

    private final Customers customers;
    private final EraseCustomer eraseCustomer;
    private final ChangeConsents changeConsents;
    private final UsageHistory usage;
    private final TransactionOperations transaction;
    private final Clock clock;

    CustomerController(
            Customers customers,
            EraseCustomer eraseCustomer,
            ChangeConsents changeConsents,
            UsageHistory usage,
            TransactionOperations transaction,
            Clock clock) {
        this.changeConsents = changeConsents;
        this.transaction = transaction;
        this.customers = customers;
        this.eraseCustomer = eraseCustomer;
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping
    Page<CustomerProfile> list(
            @RequestParam(required = false) Market market,
            @RequestParam(required = false) Segment segment,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        return customers.list(market, segment, page, size);
    }

    @GetMapping("/{id}")
    CustomerView get(@PathVariable String id) {
        CustomerProfile profile = customers.find(known(id)).orElseThrow(CustomerController::unknown);
        return CustomerView.of(
                profile, customers.personalData(profile.id()), usage.months(profile.id()), LocalDate.now(clock));
    }

    /** @return every answer known after the change */
    @PutMapping("/{id}/consents")
    Map<ChannelCode, Boolean> recordConsents(@PathVariable String id, @RequestBody JsonNode answers) {
        CustomerId customer = known(id);
        Map<ChannelCode, Boolean> read = ConsentAnswers.read(answers);
        return atOnce(() -> changeConsents.change(customer, read), 1);
    }

    @Operation(summary = "Forget a customer everywhere (GDPR Art. 17); asking again does no harm")
    @DeleteMapping("/{id}/personal-data")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id) {
        CustomerId customer = known(id);
        atOnce(
                () -> {
                    eraseCustomer.erase(customer);
                    return null;
                },
                1);
    }

    /** A job may be moving one of the customer's offers on at this moment; then the whole transaction is tried again. */
    private <T> T atOnce(Supplier<T> change, int attempt) {
        try {
            return transaction.execute(status -> change.get());
        } catch (UnknownCustomer e) {
            throw unknown();
        } catch (ConcurrencyFailureException e) {
            if (attempt == ATTEMPTS) {
                throw e;
            }
            return atOnce(change, attempt + 1);
        }
    }

    private static CustomerId known(String id) {
        if (!CustomerId.isValid(id)) {
            throw unknown();
        }
        return new CustomerId(id);
    }

    private static Problem unknown() {
        return new Problem(HttpStatus.NOT_FOUND, "unknown-customer", "Unknown customer", "There is no customer with this id");
    }
}
