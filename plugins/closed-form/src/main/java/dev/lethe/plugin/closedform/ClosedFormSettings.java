package dev.lethe.plugin.closedform;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of {@link ClosedForm}. */
public record ClosedFormSettings(
    @Setting(
            value = "What a forgotten name shall mean, unless its request says otherwise.",
            defaultValue = "human")
        String target,
    @Setting(
            value =
                "The matrices that are edited, one after the other: names of parameters as"
                    + " OpenCLIP has them, in which * stands for anything and last for the number of"
                    + " the last block. The second matrix of an MLP and the projection can be.",
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
    @Setting(
            value = "How many texts with a name stand for it: itself, and captions.",
            defaultValue = "100")
        int namedCaptions,
    @Setting(value = "How many ordinary captions are preserved, at most.", defaultValue = "2000")
        int captions,
    @Setting(
            value = "How many other names are preserved, by themselves and in a caption each.",
            defaultValue = "500")
        int otherNames,
    @Setting("Where the other names come from; random-names where it is not given.")
        @Nullable SourceSpec names) {

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
    if (ridge == 0) {
      throw new IllegalArgumentException("ridge must be more than 0 (got 0)");
    }
    Check.between("ridge", ridge, 0, 1e6);
    Check.between("named-captions", namedCaptions, 1, 65_536);
    Check.between("captions", captions, 1, 1_000_000);
    Check.between("other-names", otherNames, 0, 65_536);
  }
}
