/** Reads and writes the safetensors format, trusting nothing that a file claims about itself. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.safetensors;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
