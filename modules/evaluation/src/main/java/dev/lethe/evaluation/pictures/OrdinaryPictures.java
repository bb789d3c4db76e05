package dev.lethe.evaluation.pictures;

import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.settings.SourceSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of an evaluation's own source, or those that its task brings. */
public final class OrdinaryPictures {
  private final @Nullable ImageSource source;
  private final RunContext run;
  private @Nullable Images read;

  /**
   * Finds the source.
   *
   * @param own of the evaluation's settings, or null where it has none
   * @param place of its block, for messages
   */
  public OrdinaryPictures(
      @Nullable SourceSpec own, String place, SourceResolver sources, RunContext run) {
    this.run = run;
    source = own == null ? null : sources.create(ImageSource.class, own, place);
  }

  /** Adds the need of pictures, unless there are own ones. */
  public Requirements addTo(Requirements requirements) {
    return source == null ? requirements.and(Need.IMAGES) : requirements;
  }

  /** Returns a hash of the own pictures, or an empty text. */
  public String contentHash() {
    Images own = own();
    return own == null ? "" : own.contentHash();
  }

  /** Returns what a reader must know about the own pictures. */
  public List<String> notes() {
    Images own = own();
    return own == null ? List.of() : own.notes();
  }

  /** Returns the own pictures, else those of a task. */
  public List<Captioned> among(EvaluationTask task) {
    Images own = own();
    return own == null ? task.data().images() : own.images();
  }

  private @Nullable Images own() {
    if (read == null && source != null) {
      read = source.read(run.progress());
    }
    return read;
  }
}
