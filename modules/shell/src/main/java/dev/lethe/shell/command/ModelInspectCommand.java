package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import dev.lethe.shell.result.ModelDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description = "Shows a checkpoint's format, architecture, parameters and hash.")
final class ModelInspectCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "PATH", description = "A checkpoint, such as an OpenCLIP folder.")
  private Path path;

  ModelInspectCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    if (!Files.exists(path)) {
      throw new NotFoundException("there is no file or folder " + path);
    }
    try (InspectionContext context = new InspectionContext();
        RunExtensions extensions = lethe.extensions().open(context);
        VisionLanguageModel model =
            loader(extensions).load(context.manager(), path, LoadOptions.none())) {
      Map<String, Object> description = ModelDescription.of(model);
      if (output.json()) {
        JsonOutput.print(console, description);
      } else {
        Table table = new Table();
        description.forEach((key, value) -> table.row(key, value.toString()));
        table.print(console.out(), false);
      }
    }
  }

  private ModelLoader loader(RunExtensions extensions) {
    List<String> expected = new ArrayList<>();
    for (ExtensionInfo info : lethe.extensions().list()) {
      if (info.key().contract() == ModelLoader.class) {
        String name = info.key().name();
        ModelLoader loader = extensions.create(ModelLoader.class, name, Map.of(), "model");
        if (loader.recognises(path)) {
          return loader;
        }
        expected.add(name + ": " + loader.expects());
      }
    }
    throw new LetheException(
        "%s is no checkpoint that can be read (%s)".formatted(path, String.join("; ", expected)));
  }
}
