/** Losses that PyTorch computes with its own operators, safe where a gradient flows. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.loss;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
