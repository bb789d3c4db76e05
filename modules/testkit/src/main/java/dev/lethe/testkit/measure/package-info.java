/** What every attack and every evaluation must do. */
@Version("0.1.0")
@NullMarked
package dev.lethe.testkit.measure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
