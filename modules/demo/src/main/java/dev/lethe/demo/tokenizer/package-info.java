/** Learns a small byte-level BPE vocabulary and writes it as a {@code tokenizer.json}. */
@NullMarked
package dev.lethe.demo.tokenizer;

import org.jspecify.annotations.NullMarked;
