package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.model.TowerMerge;
import dev.lethe.io.Folders;
import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import dev.lethe.report.Report;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = {
      "Joins the text tower of one defended checkpoint and the image tower of another.",
      "Both must come from one original: what no defense trains must be equal, bit for bit."
    },
    footer = {
      "",
      "Beside OUT, OUT.provenance.json keeps the hashes of both and of the result.",
      "",
      "Example:",
      "  lethe model merge --text runs/text/RUN/model --image runs/image/RUN/model models/both"
    })
final class ModelMergeCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Option(
      names = "--text",
      required = true,
      paramLabel = "A",
      description = "The checkpoint whose text tower was defended.")
  private Path text;

  @Option(
      names = "--image",
      required = true,
      paramLabel = "B",
      description = "The checkpoint whose image tower was defended.")
  private Path image;

  @Option(
      names = "--original",
      paramLabel = "O",
      description = {
        "What both were defended from: a tower that is taken and is still the",
        "original's is refused (default: where the reports of the runs find it)."
      })
  private @Nullable Path original;

  @Parameters(
      paramLabel = "OUT",
      converter = FolderPath.class,
      description = "A folder that does not exist yet; written in the format of A.")
  private Path out;

  @Mixin private CheckpointOptions options;

  ModelMergeCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    Path kept = out.resolveSibling(out.getFileName() + ".provenance.json");
    requireNew(out);
    requireNew(kept);
    requireOneOriginal();
    try (InspectionContext context = new InspectionContext();
        RunExtensions extensions = lethe.extensions().open(context)) {
      RecognizedModel ofText = options.recognize(text, extensions);
      RecognizedModel ofImage = options.recognize(image, extensions);
      try (VisionLanguageModel one = load(ofText, context);
          VisionLanguageModel other = load(ofImage, context);
          VisionLanguageModel merged = TowerMerge.of(one, other)) {
        requireDefended(one, other, context, extensions);
        String hash = merged.save(out);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("path", out.toString());
        result.put("format", ofText.format());
        result.put("sha256", hash);
        result.put("text", source(one.provenance(), text));
        result.put("image", source(other.provenance(), image));
        keep(kept, result);
        tell(hash, result);
      }
    }
  }

  private void requireDefended(
      VisionLanguageModel one,
      VisionLanguageModel other,
      InspectionContext context,
      RunExtensions extensions) {
    Path before = original == null ? reported() : original;
    if (before == null) {
      return;
    }
    try (VisionLanguageModel start = load(options.recognize(before, extensions), context)) {
      if (original == null && !Objects.equals(start.provenance().sha256(), original(text))) {
        return; // another checkpoint lies there now
      }
      if (!start.architecture().equals(one.architecture())) {
        throw new LetheException(
            "%s is of another architecture than %s, so it is not what that was defended from"
                .formatted(before, text));
      }
      TowerMerge.requireDefended(one, other, start);
    }
  }

  /** Returns the original as it lies where a run found it. */
  private @Nullable Path reported() {
    Report report = report(text);
    Path path = report == null ? null : Path.of(report.provenance().model().path());
    return path != null && Files.exists(path) ? path : null;
  }

  private static VisionLanguageModel load(RecognizedModel checkpoint, InspectionContext context) {
    return checkpoint.load(VisionLanguageModel.class, context.manager(), ComputeOptions.standard());
  }

  private static void requireNew(Path path) {
    if (Files.exists(path)) {
      throw new UsageException("%s exists already: choose another name".formatted(path));
    }
  }

  /** Where the runs that made them are there, their reports tell what they were made from. */
  private void requireOneOriginal() {
    String ofText = original(text);
    String ofImage = original(image);
    if (ofText != null && ofImage != null && !ofText.equals(ofImage)) {
      throw new LetheException(
          "%s and %s were not defended from one original: by their reports, the one was made from a checkpoint of SHA-256 %s, the other from %s"
              .formatted(text, image, ofText, ofImage));
    }
  }

  private @Nullable String original(Path checkpoint) {
    Report report = report(checkpoint);
    return report == null ? null : report.provenance().model().sha256();
  }

  private @Nullable Report report(Path checkpoint) {
    Path run = checkpoint.toAbsolutePath().normalize().getParent();
    return run != null && Files.isRegularFile(run.resolve("report.json"))
        ? lethe.experiments().read(run)
        : null;
  }

  private Map<String, @Nullable Object> source(ModelProvenance provenance, Path path) {
    Map<String, @Nullable Object> source = new LinkedHashMap<>();
    source.put("path", path.toString());
    source.put("format", provenance.format());
    source.put("sha256", provenance.sha256());
    source.put("original-sha256", original(path));
    return source;
  }

  /** The folder can be given away alone: what it was made from stands beside it. */
  private void keep(Path file, Map<String, @Nullable Object> result) {
    try {
      WholeFile.write(file, Json.pretty(result));
    } catch (RuntimeException e) {
      Folders.remove(out);
      throw e;
    }
  }

  private void tell(String hash, Map<String, @Nullable Object> result) {
    if (output.json()) {
      JsonOutput.print(console, result);
    } else {
      console.out().printf("%s  %s%n", hash, out);
    }
  }
}
