package dev.lethe.engine.run;

/**
 * When a run began, which a resumed run must remember.
 *
 * @param at as ISO 8601 in UTC
 */
record Started(String at) {}
