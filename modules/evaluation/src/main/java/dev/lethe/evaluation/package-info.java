/**
 * Measures of a model beside its original: whether it still classifies, whether names became
 * neutral and other texts stayed as they were, and who was forgotten without asking for it.
 */
@NullMarked
package dev.lethe.evaluation;

import org.jspecify.annotations.NullMarked;
