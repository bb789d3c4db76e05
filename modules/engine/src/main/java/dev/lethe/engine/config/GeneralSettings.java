package dev.lethe.engine.config;

import dev.lethe.api.model.Precision;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.Setting;
import dev.lethe.report.requirement.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys at the top of every configuration, whatever its recipe. */
public record GeneralSettings(
    @Setting("Names the folder of the runs.") String name,
    @Setting(
            value = "What is done with the rest of the configuration.",
            defaultValue = "forgetting")
        String recipe,
    @Setting(value = "Every random choice follows from this number.", defaultValue = "0") long seed,
    @Setting(
            value = "Where tensors live: `auto`, `cpu`, `cuda` or `cuda:1`.",
            defaultValue = "auto")
        String device,
    @Setting(
            value = "How exactly towers compute: `fp32`, `bf16`, or on a GPU `tf32`.",
            defaultValue = "fp32")
        Precision precision,
    @Setting(
            "The most memory to take, such as `4GB`, with models and engine; everything is worked"
                + " through in chunks that fit. Without it, nine tenths of what is free at the"
                + " start.")
        @Nullable ByteSize maxMemory,
    @Setting(
            value =
                "What metrics must be, each a name, one of `<=`, `<`, `>=`, `>`, `==` and a number:"
                    + " `idia.forgotten.tpr<=0`. Where one does not hold, the report is written and"
                    + " the exit code is 4. It decides after the defense, or on the original where"
                    + " nothing was measured after it, and changes no result: another requirement"
                    + " finds the same run.",
            defaultValue = "")
        List<String> require) {
  /** Checks what can be checked without looking at anything. */
  public GeneralSettings {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name must be letters, digits, '.', '_' or '-', as it names a folder (got '%s')"
              .formatted(name));
    }
    if (!device.matches("auto|cpu|cuda(:[0-9]{1,3})?")) {
      throw new IllegalArgumentException(
          "device must be auto, cpu, cuda or cuda:1 (got '%s')".formatted(device));
    }
    require.forEach(Requirement::parse);
  }
}
