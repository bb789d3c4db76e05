/** What all methods have in common: strategies, attacks, evaluations. */
@NullMarked
@Version("0.1.0")
package dev.lethe.api.method;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
