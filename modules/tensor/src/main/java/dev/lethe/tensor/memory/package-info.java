/** How much is worked through at a time: as much as keeps the device busy, if memory holds it. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.memory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
