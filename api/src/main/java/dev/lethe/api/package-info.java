/** Errors, progress and hashes, common to every contract. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
