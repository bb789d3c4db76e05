/** Attacks that tell whether a model knows a person. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.attack;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
