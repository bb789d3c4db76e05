/** Pictures as plain samples. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.image;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
