package io.crosswise.shared;

import java.util.List;

/**
 * One page of a list, as every list of the HTTP contract is answered.
 *
 * @param page zero-based
 * @param size the page size asked for, 1 to 200
 * @param total rows over all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
