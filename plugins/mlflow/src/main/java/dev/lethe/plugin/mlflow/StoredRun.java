package dev.lethe.plugin.mlflow;

import java.util.Map;

/**
 * A run as MLflow stores it.
 *
 * @param id 32 hexadecimal digits
 * @param name what people call it
 * @param start in milliseconds since 1970
 * @param end in milliseconds since 1970
 * @param params what was set
 * @param metrics what was measured
 * @param tags what else is to be known
 */
record StoredRun(
    String id,
    String name,
    long start,
    long end,
    Map<String, String> params,
    Map<String, Double> metrics,
    Map<String, String> tags) {}
