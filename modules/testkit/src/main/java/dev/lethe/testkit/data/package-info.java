/** What every source of data must do. */
@Version("0.1.0")
@NullMarked
package dev.lethe.testkit.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
