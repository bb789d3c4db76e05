/** Who was forgotten without asking for it, and who was recalled. */
@NullMarked
package dev.lethe.evaluation.collateral;

import org.jspecify.annotations.NullMarked;
