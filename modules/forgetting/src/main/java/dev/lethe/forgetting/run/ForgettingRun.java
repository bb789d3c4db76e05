package dev.lethe.forgetting.run;

import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.Person;
import dev.lethe.api.method.Workspace;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.Program;
import dev.lethe.engine.recipe.StageContext;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.forgetting.plan.ForgettingInputs;
import dev.lethe.io.IoFailure;
import dev.lethe.report.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A run of this recipe.
 *
 * @param inputs what determines its results
 * @param notes what a reader must know of its inputs
 * @param stages of the run
 */
public record ForgettingRun(ForgettingInputs inputs, List<Note> notes, StageContext stages) {
  /** Copies the list. */
  public ForgettingRun {
    notes = List.copyOf(notes);
  }

  ExperimentContext context() {
    return stages.run();
  }

  RunLayout layout() {
    return stages.layout();
  }

  Program program() {
    return stages.program();
  }

  Path embeddings() {
    return stages.embeddings();
  }

  /** Returns a folder of a method's own, which lasts until the run has finished. */
  Workspace workspace(String name, ByteSize memory) {
    Path folder = layout().work().resolve(name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw IoFailure.cannot("create", folder, e);
    }
    return new Workspace(folder, memory);
  }

  /** Returns the groups of people whose findings are summed up. */
  Cohorts cohorts(Collection<String> forgotten) {
    Set<String> members = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Subject subject : inputs.audience().subjects()) {
      (subject.member() ? members : others).add(subject.name());
    }
    Cohorts cohorts =
        Cohorts.none()
            .with(Cohorts.FORGOTTEN, forgotten)
            .with(Cohorts.MEMBERS, members)
            .with(Cohorts.NON_MEMBERS, others);
    List<String> retained = inputs.retained(forgotten).stream().map(Person::name).toList();
    return retained.isEmpty() ? cohorts : cohorts.with(Cohorts.RETAINED, retained);
  }
}
