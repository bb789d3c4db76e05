package dev.lethe.benchmark;

import dev.lethe.api.Progress;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.model.VisionLanguageModel;

/** A defense whose training is measured. */
interface MeasuredDefense {
  int steps();

  Defended defend(Lethe lethe, VisionLanguageModel teacher, Progress progress);
}
