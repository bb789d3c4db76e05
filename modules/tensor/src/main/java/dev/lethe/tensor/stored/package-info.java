/** Tensors in files, whatever the format: how values are stored, read part by part and written. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.stored;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
