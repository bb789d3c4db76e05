package dev.lethe.engine.config;

import java.util.Map;

/**
 * A configuration as it was written.
 *
 * @param values maps, lists and scalars; a key without a value is null in it until {@link Lineage}
 *     has left such keys out
 * @param places where each part of it stands
 */
record WrittenConfig(Map<String, Object> values, Places places) {}
