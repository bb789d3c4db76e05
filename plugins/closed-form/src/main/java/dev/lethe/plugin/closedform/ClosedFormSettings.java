package dev.lethe.plugin.closedform;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.List;

/** Settings of {@link ClosedForm}. */
public record ClosedFormSettings(
    @Setting(
            value = "What a forgotten name shall mean, unless its request says otherwise.",
            defaultValue = "human")
        String target,
    @Setting(
            value =
                "The matrices that are edited, one after the other: names of parameters as OpenCLIP"
                    + " has them, in which * stands for anything and last for the number of the"
                    + " last block. The second matrix of an MLP and the projection can be.",
            defaultValue = "transformer.resblocks.last.mlp.c_proj.weight, text_projection")
        List<String> layers,
    @Setting(
            value = "The rank of the change of each matrix, at most; 0 leaves it as it comes.",
            defaultValue = "0")
        int rank,
    @Setting(value = "The weight of ordinary captions, beside the names' of 1.", defaultValue = "1")
        double captionWeight,
    @Setting(
            value = "The weight of other people's names, beside the names' of 1.",
            defaultValue = "0.1")
        double nameWeight,
    @Setting(
            value =
                "How much the change of a matrix is held small, as a share of the mean energy of"
                    + " its inputs.",
            defaultValue = "1e-3")
        double ridge,
    @Setting(value = EditTextSettings.SETTING, inline = true) EditTextSettings texts) {

  /** Checks every value. */
  public ClosedFormSettings {
    Check.text("target", target);
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers must not be empty");
    }
    Check.between("rank", rank, 0, 65_536);
    Check.between("caption-weight", captionWeight, 0, 1e6);
    Check.between("name-weight", nameWeight, 0, 1e6);
    Check.positive("ridge", ridge, 1e6);
  }
}
