package dev.lethe.plugin.closedform;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link NullSpace}. */
public record NullSpaceSettings(
    @Setting(
            value =
                "What a forgotten name means to the measures, and where it is mapped, unless its"
                    + " request says otherwise.",
            defaultValue = "human")
        String target,
    @Setting(
            value =
                "Whether names are mapped to their target (map), or what tells them from it is"
                    + " removed (remove).",
            defaultValue = "map")
        NullSpaceEdit edit,
    @Setting(
            value =
                "How much of the energy of preserved embeddings lies in the span that no edit"
                    + " touches.",
            defaultValue = "0.95")
        double preserved,
    @Setting(value = "The weight of ordinary captions in what is preserved.", defaultValue = "1")
        double captionWeight,
    @Setting(
            value = "The weight of other people's names in what is preserved.",
            defaultValue = "0.03")
        double nameWeight,
    @Setting(
            value =
                "How much the edit is held small, as a share of the mean energy of the names'"
                    + " embeddings outside the span.",
            defaultValue = "3e-3")
        double ridge,
    @Setting(value = EditTextSettings.SETTING, inline = true) EditTextSettings texts) {

  /** Checks every value. */
  public NullSpaceSettings {
    Check.text("target", target);
    Check.between("preserved", preserved, 0, 0.999999);
    Check.between("caption-weight", captionWeight, 0, 1e6);
    Check.between("name-weight", nameWeight, 0, 1e6);
    Check.positive("ridge", ridge, 1e6);
  }
}
