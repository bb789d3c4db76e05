/** What trainings of both towers have in common: the loss, the teacher, draws, memory. */
@NullMarked
package dev.lethe.defense.training;

import org.jspecify.annotations.NullMarked;
