package io.crosswise.channel.web;

import io.crosswise.channel.ListOffers;
import io.crosswise.channel.OpenOffer;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The channel SELF_CARE: where the operator's site or app fetches what to show a customer. */
@RestController
class SelfCareController {
    private final ListOffers listOffers;

    SelfCareController(ListOffers listOffers) {
        this.listOffers = listOffers;
    }

    @Operation(summary = "The offers a customer can answer now")
    @GetMapping("/api/v1/customers/{id}/offers")
    Page<OpenOffer> offers(@PathVariable String id) {
        List<OpenOffer> offers = Optional.of(id)
                .filter(CustomerId::isValid)
                .flatMap(valid -> listOffers.list(new CustomerId(valid)))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-customer", "Unknown customer", "There is no customer with this id"));
        return new Page<>(offers, 0, PageRequest.MAX_SIZE, offers.size());
    }
}
