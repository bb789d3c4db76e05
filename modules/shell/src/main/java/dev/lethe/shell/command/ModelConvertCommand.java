package dev.lethe.shell.command;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.model.FloatRange;
import dev.lethe.engine.model.WeightHealth;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = {
      "Writes a checkpoint in another format.",
      "Each parameter keeps its bits unless --dtype says otherwise."
    },
    footer = {
      "",
      "Example:",
      "  lethe model convert ViT-B-32.pt models/vit-b-32 --to hugging-face --tokenizer clip-vocabulary"
    })
final class ModelConvertCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private CheckpointOptions options;

  @Parameters(index = "0", paramLabel = "IN", description = "The checkpoint.")
  private Path in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      converter = FolderPath.class,
      description = "A folder that is new or empty.")
  private Path out;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "open-clip, hugging-face or diffusers.")
  private String format;

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = "How floats are stored: fp64, fp32, fp16 or bf16 (default: as they are).")
  private @Nullable FloatFormat floats;

  ModelConvertCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    try (InspectionContext context = new InspectionContext();
        RunExtensions extensions = lethe.extensions().open(context)) {
      ModelWriter writer = writer(extensions);
      RecognizedModel checkpoint = options.recognize(in, extensions);
      try (Model model =
          checkpoint.load(Model.class, context.manager(), ComputeOptions.standard())) {
        if (floats != null) {
          FloatRange.require(model, floats);
        }
        List<String> notes = new ArrayList<>(model.provenance().warnings());
        WeightHealth health = WeightHealth.of(model);
        notes.addAll(health.faults());
        notes.addAll(health.doubts());
        notes.addAll(writer.losses(model));
        checkpoint
            .info()
            .leftOut()
            .forEach(encoder -> notes.add("%s is left out".formatted(encoder)));
        String hash = writer.write(model, out, floats);
        if (!output.quiet()) {
          notes.forEach(this::warn);
        }
        tell(hash, notes);
      }
    }
  }

  private ModelWriter writer(RunExtensions extensions) {
    List<String> formats =
        lethe.extensions().list().stream()
            .map(ExtensionInfo::key)
            .filter(key -> key.contract() == ModelWriter.class)
            .map(key -> key.name())
            .toList();
    if (!formats.contains(format)) {
      throw new NotFoundException(
          "--to: there is no format '%s' to write (there are %s)"
              .formatted(format, String.join(", ", formats)));
    }
    return extensions.create(ModelWriter.class, format, Map.of(), "--to");
  }

  private void warn(String sentence) {
    console.err().println("lethe: note: " + sentence);
  }

  private void tell(String hash, List<String> notes) {
    if (output.json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("path", out.toString());
      result.put("format", format);
      result.put("sha256", hash);
      result.put("notes", notes);
      JsonOutput.print(console, result);
    } else {
      console.out().printf("%s  %s%n", hash, out);
    }
  }
}
