package dev.lethe.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two defended checkpoints of one original become one. */
class ModelMergeCommandTest {
  @TempDir private Path folder;
  private final InProcessExtensions extensions = new InProcessExtensions(List.of(ClipModule::new));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theResultHasTheTextTowerOfOneAndTheImageTowerOfTheOtherBitForBit() throws IOException {
    Path a = saved("a", 5, model -> train(model.text().parameters()));
    Path b = saved("b", 5, model -> train(model.image().parameters()));

    assertThat(merge("--json", a, b, "both")).isZero();

    try (TestRunContext run = new TestRunContext(0);
        RunExtensions open = extensions.open(run);
        VisionLanguageModel one = read(a, run, open);
        VisionLanguageModel other = read(b, run, open);
        VisionLanguageModel both = read(folder.resolve("both"), run, open)) {
      requireSame(one.text().parameters(), both.text().parameters());
      requireSame(other.image().parameters(), both.image().parameters());
      assertThat(both.logitScale().value()).isEqualTo(one.logitScale().value());
      JsonNode told = new ObjectMapper().readTree(out.toString());
      assertThat(told.path("sha256").asText()).isEqualTo(both.provenance().sha256());
      assertThat(told.path("text").path("sha256").asText()).isEqualTo(one.provenance().sha256());
      assertThat(told.path("image").path("sha256").asText()).isEqualTo(other.provenance().sha256());
      assertThat(new ObjectMapper().readTree(folder.resolve("both.provenance.json").toFile()))
          .isEqualTo(told);
    }
    assertThat(folder.resolve("both")).isDirectoryNotContaining("glob:**provenance*");
  }

  @Test
  void modelsOfDifferentOriginalsAreRefused() {
    Path a = saved("a", 5, model -> train(model.text().parameters()));
    Path b =
        saved(
            "b",
            5,
            model -> {
              train(model.image().parameters());
              norms(model.image().parameters()).arrays().get(0).addi(1e-3);
            });

    refused(1, a, b, "were not defended from one original: ");
  }

  @Test
  void whatTheReportsOfTheirRunsSayIsBelieved() throws IOException {
    Path a = saved("one/model", 5, model -> train(model.text().parameters()));
    Path b = saved("two/model", 5, model -> train(model.image().parameters()));
    Files.writeString(folder.resolve("one/report.json"), "{}");
    Files.writeString(folder.resolve("two/report.json"), "{}");

    refused(1, a, b, "report.json");
  }

  @Test
  void towersThatAreTheSameAreNothingToMerge() {
    Path a = saved("a", 5, model -> train(model.text().parameters()));
    Path b = saved("b", 5, model -> train(model.text().parameters()));
    Path c = saved("c", 5, model -> train(model.image().parameters()));
    Path d = saved("d", 5, model -> train(model.image().parameters()));

    refused(1, a, b, "the text towers of");
    refused(1, c, d, "the text towers of");
  }

  @Test
  void towersThatNoDefenseChangedAreNotTakenForDefendedOnes() {
    String original = saved("original", 5, model -> {}).toString();
    Path a = saved("a", 5, model -> train(model.text().parameters()));
    Path b = saved("b", 5, model -> train(model.image().parameters()));

    assertThat(merge(List.of("--original", original), b, a, "swapped")).isEqualTo(1);
    assertThat(err.toString())
        .contains("the text tower of", "so no defense has changed it: --text takes the checkpoint")
        .hasLineCount(1);
    assertThat(folder.resolve("swapped")).doesNotExist();
    assertThat(merge(List.of("--original", original), a, b, "both")).isZero();
  }

  @Test
  void aModelWithoutAnImageTowerIsRefused() {
    Path a = saved("a", 5, model -> train(model.text().parameters()));
    Path alone = folder.resolve("alone");
    try (TestRunContext run = new TestRunContext(0);
        RunExtensions open = extensions.open(run);
        VisionLanguageModel model = read(a, run, open)) {
      open.create(ModelWriter.class, "diffusers", Map.of(), "to").write(model, alone, null);
    }

    refused(1, a, alone, "alone has a text tower alone, and only models with both towers can");
  }

  @Test
  void whatIsThereStaysAsItIs() throws IOException {
    Path a = saved("a", 5, model -> train(model.text().parameters()));
    Path b = saved("b", 5, model -> train(model.image().parameters()));
    Files.createDirectory(folder.resolve("both"));

    assertThat(merge("--quiet", a, b, "both")).isEqualTo(2);
    assertThat(err.toString()).contains("both exists already: choose another name");
    assertThat(folder.resolve("both")).isEmptyDirectory();
    refused(3, folder.resolve("nowhere"), b, "there is no file or folder");
  }

  private void refused(int code, Path a, Path b, String reason) {
    err.getBuffer().setLength(0);
    assertThat(merge("--quiet", a, b, "refused")).as(err.toString()).isEqualTo(code);
    assertThat(err.toString()).contains(reason).hasLineCount(1);
    assertThat(folder.resolve("refused")).doesNotExist();
    assertThat(folder.resolve("refused.provenance.json")).doesNotExist();
  }

  private int merge(String how, Path a, Path b, String target) {
    return merge(List.of(how), a, b, target);
  }

  private int merge(List<String> how, Path a, Path b, String target) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, false);
    Build build = new Build("1.2.3", "abc");
    Lethe lethe =
        new Lethe(
            extensions, new NoPlugins(), Experiments.of(extensions, build, folder), build, folder);
    List<String> arguments = new ArrayList<>(List.of("model", "merge"));
    arguments.addAll(how);
    arguments.addAll(List.of("--text", a.toString(), "--image", b.toString()));
    arguments.add(folder.resolve(target).toString());
    return new Commands(lethe).execute(console, arguments.toArray(String[]::new));
  }

  /** Changes whatever a defense trains. */
  private static void train(ParameterSet tower) {
    tower
        .where(
            info ->
                info.role() != ParameterRole.NORM && info.role() != ParameterRole.NORM_STATISTIC)
        .arrays()
        .forEach(array -> array.addi(1e-2));
  }

  private static ParameterSet norms(ParameterSet tower) {
    return tower.where(info -> info.role() == ParameterRole.NORM);
  }

  private static void requireSame(ParameterSet expected, ParameterSet found) {
    for (Parameter parameter : expected) {
      NDArray other = found.get(parameter.info().name());
      assertThat(parameter.value().toByteBuffer()).isEqualTo(other.toByteBuffer());
    }
  }

  private static VisionLanguageModel read(Path path, TestRunContext run, RunExtensions open) {
    return new ModelFormats(() -> open.all(ModelLoader.class))
        .recognize(path, LoadOptions.none())
        .load(VisionLanguageModel.class, run.manager(), ComputeOptions.standard());
  }

  private Path saved(String name, long seed, Consumer<VisionLanguageModel> change) {
    Path model = folder.resolve(name);
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel created =
            TinyModels.create(
                extensions.open(run).create(ModelFactory.class, "open-clip", Map.of(), "model"),
                run.manager(),
                folder,
                seed)) {
      change.accept(created);
      Files.createDirectories(model.getParent());
      created.save(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return model;
  }
}
