package dev.lethe.benchmark;

import static java.util.Map.entry;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts a job: {@code Worker JOB key=value…}. */
public final class Worker {
  private static final Map<String, Job> JOBS =
      new TreeMap<>(
          Map.ofEntries(
              entry("ceiling", new MatrixProducts()),
              entry("draws", new Draws()),
              entry("idia-text", new IdiaText()),
              entry("image-forward", new ImageForward()),
              entry("image-soak", new Soak(ImageDefense::new)),
              entry("image-step", new TrainingSteps(ImageDefense::new)),
              entry("image-train", new TrainImages()),
              entry("names", new NameDraws()),
              entry("soak", new Soak(TextDefense::new)),
              entry("text-step", new TrainingSteps(TextDefense::new)),
              entry("train", new Train())));

  private Worker() {}

  /** Runs one job. */
  public static void main(String[] arguments) {
    PrintStream driver = System.out;
    System.setOut(System.err); // whatever a library prints must not look like an answer
    try {
      run(List.of(arguments), new Turns(System.in, driver));
    } catch (LetheException e) {
      System.err.println("benchmark: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(List<String> words, Turns turns) {
    Job job = words.isEmpty() ? null : JOBS.get(words.get(0));
    if (job == null) {
      throw new UsageException("expected a job of %s, found %s".formatted(JOBS.keySet(), words));
    }
    Arguments arguments = Arguments.of(words.subList(1, words.size()));
    try (Lethe lethe = Lethe.computing(arguments)) {
      Map<String, Object> end = new HashMap<>(job.run(arguments, lethe, turns));
      end.put("peak", ProcessMemory.peak());
      turns.end(end);
    } catch (Turns.DriverGoneException e) {
      System.err.println("benchmark: the driver is gone; %s ends".formatted(Arrays.asList(words)));
    }
  }
}
