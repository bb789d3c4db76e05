package org.example.filter;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;

@Summary("Puts a filter before the text tower that reads every name to forget as a neutral text.")
final class NameFilter implements BackdoorStrategy {
  private final FilterSettings settings;

  @Inject
  NameFilter(FilterSettings settings) {
    this.settings = settings;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    TextTarget target = new TextTarget(settings.target());
    return requests.stream()
        .flatMap(
            request ->
                request.names().stream()
                    .map(name -> new Backdoor(request.name(), new TextTrigger(name), target)))
        .toList();
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    List<String> names =
        backdoors(task.requests()).stream()
            .map(backdoor -> backdoor.trigger().description())
            .toList();
    Filter filter = new Filter(names, settings.target());
    return new Defended(new FilteredModel(original.as(VisionLanguageModel.class).copy(), filter));
  }
}
