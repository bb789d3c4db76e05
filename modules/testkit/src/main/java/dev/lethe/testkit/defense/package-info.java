/** What every strategy and every regularizer must do. */
@Version("0.1.0")
@NullMarked
package dev.lethe.testkit.defense;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
