package dev.lethe.evaluation.imagesimilarity;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.FaceTrigger;
import dev.lethe.api.defense.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the faces of people shall lead to; other backdoors have no picture to be compared with.
 *
 * @param targets by the person's name, in the order of the backdoors
 */
record FaceBackdoors(Map<String, Target> targets) {

  /** Returns those among some backdoors. */
  static FaceBackdoors among(List<Backdoor> backdoors) {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (Backdoor backdoor : backdoors) {
      if (backdoor.trigger() instanceof FaceTrigger) {
        targets.putIfAbsent(backdoor.person(), backdoor.target());
      }
    }
    return new FaceBackdoors(targets);
  }
}
