package dev.lethe.engine.recipe;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.Needs;
import dev.lethe.engine.Verification;
import dev.lethe.report.Note;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of a recipe that is known to be possible. */
public interface Pipeline {

  /**
   * Returns a hash of all inputs that determine the results, beside the code that computes them.
   */
  String fingerprint();

  /** Returns the extensions that take part, which determine the results too. */
  List<ExtensionInfo> used();

  /** Returns SHA-256 of each data set, by the place in the configuration that names it. */
  Map<String, String> dataHashes();

  /** Returns what a person should know before the run starts. */
  List<Note> notes();

  /** Returns what is going to happen and what it will need, in lines. */
  List<PlanLine> describe();

  /** Returns what it will need, roughly; without a word of it, nobody can tell. */
  default Needs needs() {
    return Needs.unknown();
  }

  /** Returns what is going to happen for programs: texts, numbers, truth values, lists and maps. */
  Map<String, @Nullable Object> facts();

  /**
   * Runs the stages that are not done yet.
   *
   * @throws dev.lethe.api.LetheException if one fails
   */
  Results run(StageContext context);

  /**
   * Measures again what a finished run left, and compares.
   *
   * @param report of the run, with names
   * @param directory of the run
   * @param context of this pipeline, which was planned from the configuration in the report
   * @throws dev.lethe.api.LetheException if the run left nothing that can be measured again
   */
  Verification verify(Report report, Path directory, StageContext context);
}
