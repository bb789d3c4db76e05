package dev.lethe.experiment.run;

import dev.lethe.experiment.report.DefenseReport;

/**
 * What a strategy left.
 *
 * @param report how it did
 * @param sha256 the hash of the weights it saved
 */
record DefenseOutcome(DefenseReport report, String sha256) {}
