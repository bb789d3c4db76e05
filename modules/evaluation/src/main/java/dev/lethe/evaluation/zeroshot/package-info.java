/** Whether a model still classifies pictures by prompts. */
@NullMarked
package dev.lethe.evaluation.zeroshot;

import org.jspecify.annotations.NullMarked;
