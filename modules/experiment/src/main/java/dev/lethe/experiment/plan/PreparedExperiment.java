package dev.lethe.experiment.plan;

import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.experiment.ExperimentPlan;
import dev.lethe.experiment.redact.KeyStore;
import dev.lethe.experiment.redact.RedactionKey;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.report.Note;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan and all it needs to be run.
 *
 * @param inputs what determines the results
 * @param layout where the run is
 * @param redact whether names are replaced in what is written
 * @param keys where what brings names back is kept
 * @param context of the run
 * @param extensions of the run
 * @param program the code that computes
 * @param notes what a person should know before the run starts
 */
public record PreparedExperiment(
    RunInputs inputs,
    RunLayout layout,
    boolean redact,
    KeyStore keys,
    ExperimentContext context,
    RunExtensions extensions,
    Program program,
    List<Note> notes)
    implements ExperimentPlan {

  /** Copies the list. */
  public PreparedExperiment {
    notes = List.copyOf(notes);
  }

  @Override
  public List<String> warnings() {
    return notes.stream().map(Note::text).toList();
  }

  /** Returns the key of a redacted run, which is given one if it has none yet. */
  public RedactionKey key() {
    return new RedactionKey(keys.open(directory()));
  }

  /** Returns the folder of the embeddings: other runs do not see whose a redacted run has made. */
  public Path embeddings() {
    return (redact ? key().work() : layout.cache()).resolve("embeddings");
  }

  @Override
  public String name() {
    return layout.name();
  }

  @Override
  public Path directory() {
    return layout.directory();
  }

  @Override
  public boolean isFinished() {
    return layout.isFinished();
  }

  @Override
  public List<String> describe() {
    return PlanDescription.of(this);
  }

  @Override
  public Map<String, @Nullable Object> facts() {
    return PlanFacts.of(this);
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }
}
