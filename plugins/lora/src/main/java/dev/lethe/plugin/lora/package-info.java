/** LoRA: low-rank changes of weights are trained instead of the weights. */
@NullMarked
package dev.lethe.plugin.lora;

import org.jspecify.annotations.NullMarked;
