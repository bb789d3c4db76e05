/** JSON, the same on every machine. */
@Version("0.1.0")
@NullMarked
package dev.lethe.io.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
