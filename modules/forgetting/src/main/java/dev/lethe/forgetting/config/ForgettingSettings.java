package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Setting;
import dev.lethe.engine.config.ModelSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of the recipe. Blocks that hold the keys of an extension are still untyped. */
public record ForgettingSettings(
    @Setting("The model that shall forget.") ModelSettings model,
    @Setting(
            value = "Whose photographs the attacks use; needed only with `attacks`.",
            defaultValue = "{}")
        Map<String, Object> people,
    @Setting("Ordinary captions, which a defense trains on; needed only with `defense`.")
        @Nullable Map<String, Object> captions,
    @Setting("Ordinary pictures, for methods that ask for them.")
        @Nullable Map<String, Object> images,
    @Setting(
            "Faces cut out of photographs, which a defense of faces pastes; without it, the photographs of `people` that no attack uses.")
        @Nullable Map<String, Object> faces,
    @Setting(value = "The names an attacker chooses from.", defaultValue = "{}")
        Map<String, Object> candidates,
    @Setting("Who is to be forgotten; needed only with `defense`.") @Nullable ForgetSettings forget,
    @Setting("Whose faces are kept, for a defense that asks for them; nobody to be forgotten.")
        @Nullable Map<String, Object> retain,
    @Setting(
            value = "One block, or a list of blocks that are applied in order; none is an audit.",
            defaultValue = "")
        List<DefenseSettings> defense,
    @Setting(value = "Attacks by name, each with its own settings.", defaultValue = "{}")
        Map<String, Object> attacks,
    @Setting(value = "Evaluations by name, each with its own settings.", defaultValue = "{}")
        Map<String, Object> evaluations,
    @Setting("What the report shows beside what was measured.") @Nullable ReportSettings report) {

  /** Returns whether the report shows pictures that a defense trains on. */
  public boolean showsPictures() {
    return report != null && report.pictures();
  }
}
