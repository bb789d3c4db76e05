/** Opens files of tensors by what they contain, single ones and those split into shards. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.checkpoint;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
