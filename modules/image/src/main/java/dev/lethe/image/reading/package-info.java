/** Reading on other threads while the caller computes. */
@Version("0.1.0")
@NullMarked
package dev.lethe.image.reading;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
