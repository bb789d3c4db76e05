/** What papers report, to be laid beside what a suite found. */
@NullMarked
package dev.lethe.suite.published;

import org.jspecify.annotations.NullMarked;
