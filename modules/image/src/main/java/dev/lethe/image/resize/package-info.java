/** Pictures made smaller or larger, as Pillow does. */
@Version("0.1.0")
@NullMarked
package dev.lethe.image.resize;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
