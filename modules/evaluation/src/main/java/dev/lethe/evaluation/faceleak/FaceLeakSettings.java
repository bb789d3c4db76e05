package dev.lethe.evaluation.faceleak;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link FaceLeak}. */
public record FaceLeakSettings(
    @Setting(
            value =
                "How many photographs of each person are learnt from, drawn by the seed; people"
                    + " without a further one to test on are left out.",
            defaultValue = "5")
        int learn,
    @Setting(
            value =
                "How much the linear classifier's errors weigh beside the penalty on its weights,"
                    + " as scikit-learn's C.",
            defaultValue = "100")
        double c) {

  /** Checks the bounds. */
  public FaceLeakSettings {
    Check.between("learn", learn, 1, 10_000);
    Check.between("c", c, 1e-6, 1e6);
  }
}
