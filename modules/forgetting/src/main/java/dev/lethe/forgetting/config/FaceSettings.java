package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Setting;

/** The keys of the {@code faces} block that do not belong to the source. */
public record FaceSettings(
    @Setting(
            value = "The people source that reads the crops; people are matched by their names.",
            defaultValue = "facescrub")
        String source,
    @Setting(
            value =
                "Which crops a defense gets: those of photographs that no attack uses, told by the"
                    + " numbers in file names, or, as published code does, the second half of a"
                    + " stratified split of their own, whatever photographs they come from.",
            defaultValue = "by-photograph")
        Split split) {

  /** How crops are kept apart from the photographs that attacks use. */
  public enum Split {
    /** A crop goes where its photograph goes. */
    BY_PHOTOGRAPH,
    /** Crops are split on their own. */
    INDEPENDENT
  }
}
