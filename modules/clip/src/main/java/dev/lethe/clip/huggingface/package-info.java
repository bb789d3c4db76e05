/** Checkpoints of the transformers library: CLIP whole, and its text tower in Stable Diffusion. */
@NullMarked
package dev.lethe.clip.huggingface;

import org.jspecify.annotations.NullMarked;
