package dev.lethe.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.index.NDIndex;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.shell.console.Console;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person should look at is said of a model, in words and as JSON. */
class ModelInspectCommandTest {
  private static final String SUSPICIOUS = "suspicious";

  @TempDir private Path folder;
  private final InProcessExtensions extensions = new InProcessExtensions(List.of(ClipModule::new));
  private final StringWriter out = new StringWriter();

  @Test
  void aSoundModelIsDescribedWithoutNotes() throws IOException {
    Path model = saved(sound -> {});
    assertThat(inspect("--json", model.toString())).isZero();
    JsonNode description = new ObjectMapper().readTree(out.toString());
    assertThat(description.path("format").asText()).isEqualTo("open-clip");
    assertThat(description.path("floats")).hasToString("[\"fp32\"]");
    assertThat(description.path("embedding").asInt()).isEqualTo(12);
    assertThat(description.has(SUSPICIOUS)).isFalse();
  }

  @Test
  void everythingThatIsSuspiciousIsANote() throws IOException {
    Path model =
        saved(
            broken -> {
              broken
                  .text()
                  .parameters()
                  .where(info -> info.name().equals("text_projection"))
                  .forEach(projection -> projection.value().set(new NDIndex("0"), Float.NaN));
              broken.logitScale().value().muli(0).addi(-3);
            });
    Files.writeString(model.resolve("tokenizer_config.json"), "{\"subfolder\": \"x\"}");
    assertThat(inspect("--json", model.toString())).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).path(SUSPICIOUS))
        .extracting(JsonNode::asText)
        .containsExactly(
            "tokenizer_config.json has keys that are not known and change nothing here: subfolder",
            "text_projection has values that are no finite numbers",
            "logit_scale is -3.0, expected 0 to ln 100 = 4.605");
  }

  @Test
  void everyNoteHasALineOfItsOwn() throws IOException {
    Path model = saved(broken -> broken.logitScale().value().muli(0).addi(-3));
    Files.writeString(model.resolve("tokenizer_config.json"), "{\"subfolder\": \"x\"}");
    assertThat(inspect(model.toString())).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains(SUSPICIOUS)))
        .hasSize(2)
        .anyMatch(line -> line.contains("not known and change nothing here: subfolder"))
        .anyMatch(line -> line.contains("logit_scale is -3.0"));
  }

  private int inspect(String... arguments) {
    Console console =
        new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false);
    Build build = new Build("1.2.3", "abc");
    Lethe lethe =
        new Lethe(
            extensions, new NoPlugins(), Experiments.of(extensions, build, folder), build, folder);
    String[] all = new String[arguments.length + 2];
    all[0] = "model";
    all[1] = "inspect";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return new Commands(lethe).execute(console, all);
  }

  private Path saved(Consumer<VisionLanguageModel> change) {
    Path model = folder.resolve("model");
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel created =
            TinyModels.create(
                extensions.open(run).create(ModelFactory.class, "open-clip", Map.of(), "model"),
                run.manager(),
                folder,
                5)) {
      change.accept(created);
      created.save(model);
    }
    return model;
  }
}
