package io.crosswise.customer;

import java.util.Optional;

/** The mappings the product ships and those the operator adds. */
public interface Mappings {
    /** @throws ImportRefused when there is a mapping of that name but it cannot be understood */
    Optional<Mapping> find(String name);
}
