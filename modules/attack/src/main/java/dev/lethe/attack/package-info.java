/** The bundle's door: the attacks it offers, by name. */
@NullMarked
package dev.lethe.attack;

import org.jspecify.annotations.NullMarked;
