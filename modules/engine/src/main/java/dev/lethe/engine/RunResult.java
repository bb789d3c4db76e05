package dev.lethe.engine;

import dev.lethe.report.Report;
import dev.lethe.report.requirement.Requirements;
import java.nio.file.Path;

/**
 * A finished run.
 *
 * @param directory where its report and its defended checkpoint are
 * @param report what was found out
 * @param reused whether the run had finished before and was only read
 * @param requirements what was required this time, and what of it holds
 */
public record RunResult(Path directory, Report report, boolean reused, Requirements requirements) {}
