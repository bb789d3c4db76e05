/** What the engine expects of every recipe. */
@Version("0.1.0")
@NullMarked
package dev.lethe.recipekit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
