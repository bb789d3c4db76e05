package dev.lethe.plugin.filter;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Limit;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Leaves every weight as it is, and replaces names in texts before they are read. It is what a
 * defense of weights has to beat: it costs nothing, and it gives away who asked to be forgotten.
 *
 * <p>Source: Hintersdorf et al., "Defending Our Privacy With Backdoors", ECAI 2024, discussion.
 */
@Summary("Replaces names to forget before the text tower reads them; the weights stay.")
final class FilterBaseline implements BackdoorStrategy {
  private final FilterSettings settings;

  @Inject
  FilterBaseline(FilterSettings settings) {
    this.settings = settings;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return Backdoor.ofNames(requests, settings.target());
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "The model lists everybody who asked to be forgotten.",
            "The names lie beside the weights in clear writing, for the filter has to read them:"
                + " whoever has the folder reads who asked."),
        new Limit(
            "Whoever has the weights has the names and faces.",
            "Nothing was removed: without the filter, which anybody can leave out, the model knows"
                + " all it knew."),
        new Limit(
            "What the filter does not match is read.",
            "Case, accents, hyphens, apostrophes and spaces do not matter. Spelling mistakes,"
                + " nicknames, other scripts, and a first or last name alone do."));
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel inner = original.as(VisionLanguageModel.class);
    inner.text();
    return new Defended(new FilteredModel(inner.copy(), NameFilter.of(backdoors(task.requests()))));
  }
}
