/** Reads the weights in PyTorch's own files without executing anything that they say. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.pickle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
