package dev.lethe.benchmark;

import dev.lethe.api.model.VisionLanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A real training whose resident memory is noted after every step. The garbage is collected before,
 * since what Java has not freed yet, buffers outside its heap above all, is no leak; and the code
 * of libraries is resident from the start, since what runs for the first time is none either. What
 * Java compiles meanwhile is noted beside it.
 */
final class Soak implements Job {
  private final Function<Arguments, MeasuredDefense> defenses;

  Soak(Function<Arguments, MeasuredDefense> defenses) {
    this.defenses = defenses;
  }

  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    List<Long> resident = new ArrayList<>();
    List<Long> compiled = new ArrayList<>();
    Runnable sample =
        () -> {
          System.gc();
          resident.add(ProcessMemory.resident());
          compiled.add(ProcessMemory.compiled());
        };
    try (VisionLanguageModel teacher = lethe.model(arguments.path("model"))) {
      LibraryCode.touch();
      defenses
          .apply(arguments)
          .defend(lethe, teacher, new StepListener(() -> {}, sample))
          .model()
          .close();
    }
    return Map.of("resident", resident, "compiled", compiled);
  }
}
