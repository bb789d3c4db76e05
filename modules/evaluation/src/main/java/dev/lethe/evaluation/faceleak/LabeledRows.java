package dev.lethe.evaluation.faceleak;

/**
 * What a classifier learns from.
 *
 * @param rows an embedding each
 * @param labels the class of each, from 0
 * @param classes how many classes there are
 */
record LabeledRows(UnitRows rows, int[] labels, int classes) {}
