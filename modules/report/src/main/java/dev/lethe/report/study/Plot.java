package dev.lethe.report.study;

/** A drawing of what many runs found. */
public sealed interface Plot permits LinePlot, MarkPlot {

  /** Returns the name of its files and anchors: lower case, digits and hyphens. */
  String id();

  /** Returns its heading. */
  String title();

  /** Returns what it shows, in a sentence or two. */
  String explanation();
}
