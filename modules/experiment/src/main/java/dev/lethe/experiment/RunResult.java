package dev.lethe.experiment;

import dev.lethe.experiment.report.Report;
import java.nio.file.Path;

/**
 * A finished run.
 *
 * @param directory where its report and its defended checkpoint are
 * @param report what was found out
 * @param reused whether the run had finished before and was only read
 */
public record RunResult(Path directory, Report report, boolean reused) {}
