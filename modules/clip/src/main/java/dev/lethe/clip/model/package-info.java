/** CLIP's two towers as TorchScript over lists of parameters, whatever file they came from. */
@NullMarked
package dev.lethe.clip.model;

import org.jspecify.annotations.NullMarked;
