package dev.lethe.engine.config;

import java.util.Map;

/**
 * A configuration as it was written.
 *
 * @param values maps, lists and scalars; keys without a value are left out
 * @param places where each part of it stands
 */
record WrittenConfig(Map<String, Object> values, Places places) {}
