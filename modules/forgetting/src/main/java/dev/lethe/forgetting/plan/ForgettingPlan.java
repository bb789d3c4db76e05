package dev.lethe.forgetting.plan;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.Needs;
import dev.lethe.engine.recipe.PlanLine;
import dev.lethe.report.Note;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that is known to be possible.
 *
 * @param inputs what determines its results
 * @param used the extensions that take part
 * @param notes what a person should know before it starts
 */
public record ForgettingPlan(ForgettingInputs inputs, List<ExtensionInfo> used, List<Note> notes) {
  /** Copies the lists. */
  public ForgettingPlan {
    used = List.copyOf(used);
    notes = List.copyOf(notes);
  }

  /** Returns what is going to happen and what it will need, in lines. */
  public List<PlanLine> describe() {
    return PlanDescription.of(inputs);
  }

  /** Returns what it will need. */
  public Needs needs() {
    Estimate estimate = Estimate.of(inputs);
    return new Needs(estimate.seconds(), estimate.total());
  }

  /** Returns what is going to happen for programs. */
  public Map<String, @Nullable Object> facts() {
    return PlanFacts.of(inputs);
  }
}
