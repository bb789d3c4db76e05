package dev.lethe.engine;

/**
 * Which build of Lethe runs.
 *
 * @param version of the release, such as {@code 0.1.0}
 * @param gitRevision the commit it was built from, or {@code unknown}
 */
public record Build(String version, String gitRevision) {}
