package io.crosswise.decision;

import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What decided which channel an offer took and when, besides tables and scores; part of what a decision stores.
 *
 * @param connected channels that had a connector or people behind them
 * @param quiet whether there were quiet hours, from {@code quietFrom} (inclusive) until {@code quietUntil} (exclusive), local time
 * @param bestHour whether a message waited for the hours in which the customer answers most
 * @param zone where days and hours were counted
 */
public record Routing(
        List<ChannelCode> connected, boolean quiet, LocalTime quietFrom, LocalTime quietUntil, boolean bestHour, ZoneId zone)
        implements Serializable {}
