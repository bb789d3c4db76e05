/** Colors of a picture changed, as Pillow and torchvision do. */
@Version("0.1.0")
@NullMarked
package dev.lethe.image.color;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
