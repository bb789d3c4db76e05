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
    @Setting(value = "The names an attacker chooses from.", defaultValue = "{}")
        Map<String, Object> candidates,
    @Setting("Who is to be forgotten; needed only with `defense`.") @Nullable ForgetSettings forget,
    @Setting(
            value = "One block, or a list of blocks that are applied in order; none is an audit.",
            defaultValue = "")
        List<DefenseSettings> defense,
    @Setting(value = "Attacks by name, each with its own settings.", defaultValue = "{}")
        Map<String, Object> attacks,
    @Setting(value = "Evaluations by name, each with its own settings.", defaultValue = "{}")
        Map<String, Object> evaluations) {}
