/** Parts of a whole, and how sure they are; cosines, and embeddings of which they are products. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.statistics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
