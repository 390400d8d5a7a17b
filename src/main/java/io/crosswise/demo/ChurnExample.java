package io.crosswise.demo;

import java.util.Map;

/** What was known of a customer a year ago, and whether they have left since. @param features by name, unknown ones missing */
public record ChurnExample(Map<String, Double> features, boolean left) {}
