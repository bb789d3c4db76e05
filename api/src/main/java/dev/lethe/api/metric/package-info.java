/** Numbers that were measured, and what they mean: attacks and evaluations both give them. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.metric;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
