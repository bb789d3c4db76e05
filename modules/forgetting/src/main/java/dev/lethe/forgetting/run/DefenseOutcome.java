package dev.lethe.forgetting.run;

import dev.lethe.report.DefenseReport;
import java.util.List;
import java.util.Map;

/**
 * What a strategy left.
 *
 * @param report how it did
 * @param sha256 the hash of the weights it saved
 * @param artifacts what else it left and where, a sentence each
 * @param discarded values that were trained and not saved, by the parameter's name
 */
record DefenseOutcome(
    DefenseReport report, String sha256, List<String> artifacts, Map<String, float[]> discarded) {}
