/** Membership inference over a model that is no CLIP: a recipe that nothing else knows. */
@NullMarked
package dev.lethe.recipekit.toy;

import org.jspecify.annotations.NullMarked;
