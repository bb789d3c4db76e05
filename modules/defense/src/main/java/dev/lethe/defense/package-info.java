/**
 * What this bundle offers: the defenses of the paper, of names and of faces, and its regularizer.
 */
@NullMarked
package dev.lethe.defense;

import org.jspecify.annotations.NullMarked;
