package dev.lethe.plugin.slug;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link Slug}. */
public record SlugSettings(
    @Setting(value = "Which tower forgets: text (names) or image (faces).", defaultValue = "text")
        Tower tower,
    @Setting(
            value = "What a forgotten name shall mean, unless its request says otherwise.",
            defaultValue = "human")
        String target,
    @Setting(
            value =
                "How similar texts or pictures of the people shall become to their target, as a mean"
                    + " cosine: no step is longer than that takes.",
            defaultValue = "0.98")
        double forgetting,
    @Setting(
            value =
                "How similar ordinary data stay to what they were, at least, as a mean cosine: no"
                    + " step is longer than that allows.",
            defaultValue = "0.97")
        double retention,
    @Setting(
            value =
                "How many layers of the Pareto front are tried, those of most importance first.",
            defaultValue = "4")
        int layers,
    @Setting(value = "How often the interval of the step's length is halved.", defaultValue = "10")
        int halvings,
    @Setting(
            value = "How many texts with a name stand for it: itself, and captions.",
            defaultValue = "20")
        int namedCaptions,
    @Setting(
            value = "How many ordinary captions or pictures stand for what is kept, at most.",
            defaultValue = "512")
        int kept) {

  /** Checks every value. */
  public SlugSettings {
    Check.text("target", target);
    Check.between("forgetting", forgetting, -1, 1);
    Check.between("retention", retention, -1, 1);
    Check.between("layers", layers, 1, 1000);
    Check.between("halvings", halvings, 1, 100);
    Check.between("named-captions", namedCaptions, 1, 65_536);
    Check.between("kept", kept, 2, 1_000_000);
  }
}
