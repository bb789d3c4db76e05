/**
 * How trials are started, each a run of its own, in a process of its own, here or elsewhere; and
 * who is told what they found.
 */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.trial;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
