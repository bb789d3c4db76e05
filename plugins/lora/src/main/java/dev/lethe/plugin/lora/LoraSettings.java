package dev.lethe.plugin.lora;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.List;

/** Settings of {@link Lora}. */
public record LoraSettings(
    @Setting(value = "The rank r of each change.", defaultValue = "4") int rank,
    @Setting(
            value =
                "A change is multiplied by alpha / r, or by alpha / sqrt(r) if rank-stabilized.",
            defaultValue = "16")
        double alpha,
    @Setting(
            value = "Whether a change is multiplied by alpha / sqrt(r), which suits high ranks.",
            defaultValue = "false")
        boolean rankStabilized,
    @Setting(
            value =
                "The linear layers to change, by the names of the transformers library: the end of"
                    + " a name, such as q_proj or layers.11.mlp.fc1, in which * stands for any"
                    + " characters.",
            defaultValue = "q_proj, k_proj, v_proj, out_proj, fc1, fc2")
        List<String> targetModules,
    @Setting(
            value = "What is left beside the model: nothing, or an adapter that PEFT loads.",
            defaultValue = "none")
        Export export) {

  /** What is left beside a model. */
  public enum Export {
    /** Nothing: the changes are merged into the model. */
    NONE,
    /** The changes, in the format of the PEFT library. */
    PEFT
  }

  /** Checks every value. */
  public LoraSettings {
    Check.between("rank", rank, 1, 4096);
    Check.positive("alpha", alpha, 100_000);
    targetModules = List.copyOf(targetModules);
    if (targetModules.isEmpty() || targetModules.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("target-modules must name one at least, and none blank");
    }
  }

  /** Returns s, what a change is multiplied by. */
  double scale() {
    return alpha / (rankStabilized ? Math.sqrt(rank) : rank);
  }
}
