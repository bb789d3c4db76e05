/**
 * What a method contributes to the verdict of a report: in its own words, about its own numbers.
 */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.verdict;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
