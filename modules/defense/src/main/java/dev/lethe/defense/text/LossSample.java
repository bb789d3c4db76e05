package dev.lethe.defense.text;

import dev.lethe.defense.training.LossTerm;

/**
 * One row of a batch.
 *
 * @param term the term of the loss that it belongs to
 * @param student what the student reads, a number of {@link TextPool}
 * @param teacher what the teacher reads, likewise
 */
record LossSample(LossTerm term, int student, int teacher) {}
