package dev.lethe.experiment.report;

/**
 * The defended checkpoint.
 *
 * @param path its folder
 * @param sha256 the hash of the file that holds its weights, in hexadecimal
 */
public record CheckpointReport(String path, String sha256) {}
