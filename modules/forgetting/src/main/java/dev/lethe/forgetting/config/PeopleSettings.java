package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The keys of the {@code people} block that do not belong to the source. */
public record PeopleSettings(
    @Setting(value = "The people source that reads the photographs.", defaultValue = "facescrub")
        String source,
    @Setting(
            "How many pictures of each person are used, drawn by the seed; people with fewer are left out.")
        @Nullable Integer images,
    @Setting(
            value =
                "Which pictures are used: all of them, or the stratified half that the paper attacks with.",
            defaultValue = "none")
        Split split,
    @Setting(
            "A text file that names the members, one a line; everyone else is a non-member. Replaces `counts`. Without either it is not known who was in the training data, and everybody counts as a member.")
        @Nullable Path members,
    @Setting(
            "A CSV file with the columns `name` and `count`: how often each person occurs in the training captions. A count of 0 makes a non-member.")
        @Nullable Path counts,
    @Setting(value = "People who occur more often than this are left out.", defaultValue = "300")
        int maxCount) {

  /** Which of a person's pictures are used. */
  public enum Split {
    /** All of them. */
    NONE,
    /** The half that the paper attacks with; the other half is left for a defense. */
    ATTACK_HALF
  }

  /** Checks the numbers. */
  public PeopleSettings {
    if (images != null) {
      Check.between("images", images, 1, 1_000_000);
    }
    Check.between("max-count", maxCount, 1, Integer.MAX_VALUE);
  }

  /** Returns whether they say who was in the training data. */
  public boolean tellsMembers() {
    return members != null || counts != null;
  }
}
