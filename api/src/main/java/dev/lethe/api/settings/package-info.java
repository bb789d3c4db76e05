/** Settings as records: read, checked, described. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
