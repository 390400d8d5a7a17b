package io.crosswise.demo.year;

import io.crosswise.shared.CustomerId;
import java.time.LocalTime;

/**
 * Something that happens to a customer whatever is offered; for 30 days a purchase may follow from it.
 *
 * @param id unique within a seed
 * @param type as the trigger is called; the product hears of it where it has a process of that name
 * @param day of the year, from 0
 * @param time of the day at which it is heard of, UTC
 */
record Occasion(String id, CustomerId customer, String type, int day, LocalTime time) {}
