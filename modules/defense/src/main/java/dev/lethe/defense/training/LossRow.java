package dev.lethe.defense.training;

/**
 * What a row of a batch has to do with the loss.
 *
 * @param term the term that it belongs to
 * @param share by which number its distance is divided: where all rows of a term count alike, how
 *     many there are
 */
public record LossRow(LossTerm term, int share) {}
