package dev.lethe.evaluation.zeroshot;

import dev.lethe.api.settings.Called;
import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of {@link ZeroShot}. */
public record ZeroShotSettings(
    @Setting(value = "Where the pictures are.", offWithout = true) Path path,
    @Setting(value = "How pictures and classes are found there.", defaultValue = "class-folders")
        String source,
    @Setting(
            value = "Further settings of the source, such as {unreadable: skip}.",
            defaultValue = "")
        Map<String, Object> sourceSettings,
    @Setting(
            "A JSON file with the names of the classes, as a list or as a map from folder to name;"
                + " without it, what the source calls them.")
        @Nullable Path classes,
    @Setting(
            "A JSON file with a list of prompts in which {0}, {} or {c} stands for the class; without"
                + " it, four plain prompts.")
        @Nullable Path templates,
    @Setting(
            "Whose classes and prompts count where the files hold those of several data sets, as CLIP_benchmark's do: imagenet1k.")
        @Nullable String dataset,
    @Setting(
            value = "Whether class embeddings are brought to length 1 after averaging (corrected).",
            defaultValue = "corrected")
        Fidelity form) {

  /** How class embeddings are averaged. */
  public enum Fidelity {
    /** The mean over prompts is brought to length 1, as CLIP_benchmark does. */
    CORRECTED,
    /** The mean over prompts stays as it is, as in the defense's published code. */
    @Called("faithful")
    REFERENCE_CODE
  }

  /** Checks the name of the source, and copies the map. */
  public ZeroShotSettings {
    Check.text("source", source);
    sourceSettings = Map.copyOf(sourceSettings);
  }
}
