/**
 * The Identity Inference Attack: the model is asked, in many ways, which of a thousand names
 * belongs to a person's photographs.
 */
@NullMarked
package dev.lethe.attack.idia;

import org.jspecify.annotations.NullMarked;
