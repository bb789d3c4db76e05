package dev.lethe.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.attack.AttackModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.evaluation.EvaluationModule;
import dev.lethe.forgetting.ForgettingModule;
import dev.lethe.shell.command.Commands;
import dev.lethe.shell.command.Lethe;
import dev.lethe.shell.command.NoPlugins;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCompleterTest {
  private static final String RUN = "demo/3f9a1c0d00000000";

  @TempDir private Path folder;
  private CommandCompleter completer;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(folder.resolve(RUN).resolve("work"));
    Files.createDirectories(folder.resolve("models/vit"));
    Files.writeString(folder.resolve("my.yaml"), "name: my\n");
    InProcessExtensions extensions =
        new InProcessExtensions(
            List.of(
                ClipModule::new,
                DefenseModule::new,
                AttackModule::new,
                EvaluationModule::new,
                ForgettingModule::new));
    Build build = new Build("1", "a");
    completer =
        new CommandCompleter(
            new Commands(
                new Lethe(
                    extensions,
                    new NoPlugins(),
                    Experiments.of(extensions, build, folder),
                    build,
                    folder)));
  }

  private List<Candidate> candidates(String line) {
    String typed = line.replace("OUT", folder.toString());
    ParsedLine parsed =
        new DefaultParser().parse(typed, typed.length(), Parser.ParseContext.COMPLETE);
    List<Candidate> candidates = new ArrayList<>();
    completer.complete(null, parsed, candidates);
    return candidates;
  }

  private List<String> words(String line) {
    return candidates(line).stream().map(Candidate::value).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs remove --out OUT ",
        "runs remove --out OUT de",
        "report --out OUT ",
        "verify --out OUT demo/",
        "report --out OUT some/run "
      })
  void aRunIsCompletedByItsId(String line) {
    assertThat(words(line)).contains(RUN);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "model convert a b --to ,open-clip",
        "model convert a b --to h,hugging-face",
        "model convert --to=,--to=diffusers",
        "model convert a b --dtype ,bf16",
        "model fetch ,vit-b-32-laion2b",
        "data fetch ,imagenetv2-matched-frequency",
        "describe ,text-backdoor",
        "describe we,weight-norm",
        "ru,runs",
        "runs ,remove",
        "plugin ,install",
        "new plugin mine --kind re,regularizer",
        "help ,model",
        "help model ,inspect",
        "runs remove --,--yes",
        "model inspect x --quickgelu=,--quickgelu=true"
      })
  void whatCanBeListedIsListed(String line, String word) {
    assertThat(words(line)).contains(word);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "run my.yaml ,people.",
        "run my.yaml people.so,people.source=",
        "run my.yaml people.m,people.members=",
        "audit de,device=",
        "forget forget.,forget.names=",
        "demo attacks.,attacks.idia.",
        "validate x.yaml attacks.idia.thr,attacks.idia.threshold=",
        "run my.yaml defense.regularizers.weight-norm.w,defense.regularizers.weight-norm.weight=",
        "run my.yaml evaluations.zero-shot.p,evaluations.zero-shot.path="
      })
  void aKeyIsCompletedBlockByBlockAndTheLineGoesOnBehindIt(String line, String word) {
    assertThat(candidates(line))
        .anySatisfy(
            candidate -> {
              assertThat(candidate.value()).isEqualTo(word);
              assertThat(candidate.complete()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "run my.yaml precision=,precision=bf16",
        "audit people.split=a,people.split=attack-half",
        "forget forget.unknown=,forget.unknown=allow",
        "run my.yaml defense.strategy=,defense.strategy=text-backdoor",
        "run my.yaml model.quickgelu=,model.quickgelu=true",
        "run my.yaml device=c,device=cpu"
      })
  void theValuesOfAKeyAreCompletedBehindIt(String line, String word) {
    assertThat(words(line)).contains(word);
  }

  @Test
  void filesAreCompletedWhereAPathStandsAlsoBehindAKeyAndAnOption() {
    assertThat(words("run OUT/m")).contains(folder + "/my.yaml", folder + "/models/");
    assertThat(words("audit model.path=OUT/models/"))
        .containsExactly("model.path=" + folder + "/models/vit/");
    assertThat(words("model inspect OUT/")).contains(folder + "/models/");
    assertThat(words("shell --script OUT/")).contains(folder + "/my.yaml");
    assertThat(words("report --out=OUT/mo")).contains("--out=" + folder + "/models/");
    assertThat(words("plugins OUT/")).isEmpty();
    assertThat(words("run OUT/nowhere/")).isEmpty();
  }

  @Test
  void aFolderIsOpenedByTheNextTabAndAFileEndsTheWord() {
    assertThat(candidates("run OUT/m"))
        .allSatisfy(
            candidate ->
                assertThat(candidate.complete()).isEqualTo(candidate.value().endsWith(".yaml")));
  }
}
