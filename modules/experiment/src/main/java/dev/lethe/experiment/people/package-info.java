/** Who is attacked, with which names beside them, and who is to be forgotten. */
@NullMarked
package dev.lethe.experiment.people;

import org.jspecify.annotations.NullMarked;
