/** What every launcher of trials must do. */
@Version("0.1.0")
@NullMarked
package dev.lethe.testkit.trial;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
