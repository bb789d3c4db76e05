/** A picture turned and pasted into another, as Pillow does. */
@Version("0.1.0")
@NullMarked
package dev.lethe.image.paste;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
