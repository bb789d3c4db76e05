package dev.lethe.forgetting.run;

import dev.lethe.report.DefenseReport;
import java.util.Map;

/**
 * What a strategy left.
 *
 * @param report how it did
 * @param sha256 the hash of the weights it saved
 * @param discarded values that were trained and not saved, by the parameter's name
 */
record DefenseOutcome(DefenseReport report, String sha256, Map<String, float[]> discarded) {}
