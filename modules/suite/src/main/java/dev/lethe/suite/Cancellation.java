package dev.lethe.suite;

/**
 * What it took to cancel a suite.
 *
 * @param asked whether a process runs it, which was asked to stop
 * @param stopped how many trials were stopped that ran though no process followed them
 */
public record Cancellation(boolean asked, int stopped) {}
