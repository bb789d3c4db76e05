package dev.lethe.evaluation.faceleak;

/** Has learnt to tell classes apart. */
interface Classifier {

  /** Returns the class of each row. */
  int[] classes(UnitRows rows);
}
