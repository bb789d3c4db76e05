package dev.lethe.shell.command;

import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import dev.lethe.shell.result.ModelDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description =
        "Shows a checkpoint's format, architecture, parameters and hash, and what is suspicious in it.")
final class ModelInspectCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private CheckpointOptions options;

  @Parameters(
      paramLabel = "PATH",
      description = "A folder of OpenCLIP, transformers or Stable Diffusion, or a file of weights.")
  private Path path;

  ModelInspectCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    try (InspectionContext context = new InspectionContext();
        RunExtensions extensions = lethe.extensions().open(context)) {
      RecognizedModel checkpoint = options.recognize(path, extensions);
      try (VisionLanguageModel model =
          checkpoint.load(
              VisionLanguageModel.class, context.manager(), ComputeOptions.standard())) {
        Map<String, Object> description = ModelDescription.of(model, checkpoint.info().leftOut());
        if (output.json()) {
          JsonOutput.print(console, description);
        } else {
          print(description);
        }
      }
    }
  }

  private void print(Map<String, Object> description) {
    Table table = new Table();
    description.forEach(
        (key, value) -> {
          boolean isLong =
              key.equals(ModelDescription.SUSPICIOUS) || key.equals(ModelDescription.LEFT_OUT);
          if (isLong && value instanceof List<?> sentences) {
            sentences.forEach(sentence -> table.row(key, sentence.toString()));
          } else {
            table.row(key, value.toString());
          }
        });
    table.printRows(console);
  }
}
