/** OpenCLIP's checkpoint folders: configuration, weights and tokenizer, read, made and written. */
@NullMarked
package dev.lethe.clip.openclip;

import org.jspecify.annotations.NullMarked;
