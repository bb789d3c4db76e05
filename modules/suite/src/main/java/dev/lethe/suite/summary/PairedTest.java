package dev.lethe.suite.summary;

import java.util.Map;

/**
 * A group beside the baseline.
 *
 * @param group what the group has
 * @param subject the metric, or the people
 * @param kind of the test
 * @param pairs that were compared
 * @param difference the mean of the differences, or of people who were found the share
 * @param p the probability of as large a difference by chance alone
 */
record PairedTest(
    Map<String, String> group,
    String subject,
    String kind,
    int pairs,
    double difference,
    double p) {}
