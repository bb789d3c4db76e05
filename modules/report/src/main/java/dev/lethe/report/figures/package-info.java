/** Numbers of a report, one at a time, and how people read them. */
@NullMarked
package dev.lethe.report.figures;

import org.jspecify.annotations.NullMarked;
