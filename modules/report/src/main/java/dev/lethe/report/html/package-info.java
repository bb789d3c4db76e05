/**
 * The report as one self-contained page: what was forgotten, what it cost, and what it does not
 * protect from.
 */
@NullMarked
package dev.lethe.report.html;

import org.jspecify.annotations.NullMarked;
