package dev.lethe.plugin.closedform;

import dev.lethe.api.method.Workload;
import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import org.jspecify.annotations.Nullable;

/** From which texts an edit is solved; both edits draw them alike. */
public record EditTextSettings(
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

  /** What the setting that is these settings says of itself, for the records that have it. */
  static final String SETTING = "From which texts the edit is solved.";

  /** Checks every value. */
  public EditTextSettings {
    Check.between("named-captions", namedCaptions, 1, 65_536);
    Check.between("captions", captions, 1, 1_000_000);
    Check.between("other-names", otherNames, 0, 65_536);
  }

  /** Returns how many texts that are, those with targets included. */
  long count(Workload workload) {
    return 2L * namedCaptions * workload.requests()
        + Math.min(captions, workload.captions())
        + 2L * otherNames;
  }
}
