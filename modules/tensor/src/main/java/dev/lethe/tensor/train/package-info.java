/**
 * The one training loop, with PyTorch's AdamW and learning-rate schedules; it resumes where it was
 * killed, to the same bits.
 */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.train;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
