package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the user's folders, language, limits and pipes: the same results, or one clear line. */
class SurroundingsIT {
  private static final String ODD = "My Löthe #1 %20 'q' \"d\" $(x) +& !;*";

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;
  private Home home;
  private final Map<String, String> environment = new TreeMap<>();

  /** What a process wrote and how it ended. */
  private record Answer(int code, String out, String err) {}

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(Files.createDirectory(folder.resolve(ODD)));
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "no_SUCH.ISO-8859-1", "ar_EG.UTF-8", "tr_TR"})
  void namesAndLettersAreReadAndWrittenAsTheyAreInEveryLocale(String locale) throws Exception {
    Path script = Files.writeString(folder.resolve("Zoë 張偉.lethe"), "echo 'İrem 😀' & \n plugins");
    environment.put("LC_ALL", locale);
    Answer answer = lethe("\"$0\" shell --script 'Zoë 張偉.lethe'");
    assertThat(script).exists();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("İrem 😀")
        .containsPattern("text-backdoor +dev\\.lethe\\.defense");
    assertThat(answer.code()).isZero();
  }

  @Test
  void peopleAreForgottenByTheirRealNamesWithoutAUtf8Locale() throws Exception {
    TinyExperiment.in(folder);
    Files.move(folder.resolve("people/Ada Lind"), folder.resolve("people/Zoë Årud"));
    environment.put("LC_ALL", "C");
    Answer answer =
        lethe(
            "\"$0\" run tiny.yaml -q attacks.idia.threshold=1 'forget.names=[Zoë Årud]'"
                + " defense.strategy=text-backdoor defense.settings.steps=2"
                + " defense.settings.clean-batch=2 defense.settings.backdoor-batch=2");
    assertThat(answer.code()).as(answer.err()).isZero();
    try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
      Path report = files.filter(file -> file.endsWith("report.json")).findFirst().orElseThrow();
      assertThat(Files.readString(report)).contains("Zoë Årud").doesNotContain("\uFFFD");
    }
  }

  @Test
  void anArgumentInAnotherEncodingIsRefused() throws Exception {
    Answer answer = lethe("\"$0\" run x.yaml \"$(printf 'forget.names=[Zo\\353]')\"");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err().lines()).singleElement().asString().contains("must be in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"ar,EG", "fa,IR", "hi,IN", "th,TH", "tr,TR", "de,DE"})
  void theLanguageOfTheUserChangesNothing(String language, String country) throws Exception {
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Duser.language=%1$s -Duser.country=%2$s -Duser.language.format=%1$s -Duser.extensions=nu-arab"
            .formatted(language, country));
    Answer answer = lethe("\"$0\" plugins");
    assertThat(answer.out()).containsPattern("idia +dev.lethe.attack +0.1.0");
    assertThat(answer.err().lines()).allMatch(line -> line.startsWith("Picked up "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "--help",
        "help run",
        "plugins",
        "plugins --json",
        "describe idia",
        "describe idia --json"
      })
  void aResultThatCannotBeWrittenIsAFailure(String command) throws Exception {
    assumeTrue(Files.exists(FULL), "this system has no device that is always full");
    Answer answer = lethe("\"$0\" " + command + " > /dev/full");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines())
        .containsExactly(
            "lethe: the result could not be written to the standard output: No space left on device");
    assertThat(lethe("\"$0\" " + command + " >&-").code()).isEqualTo(1);
  }

  @Test
  void soItIsInTheShell() throws Exception {
    assumeTrue(Files.exists(FULL), "this system has no device that is always full");
    Answer answer = lethe("echo plugins | \"$0\" shell > /dev/full");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("No space left on device").doesNotContain("\tat ");
  }

  @Test
  void aReaderThatGoesAwayEndsTheCommandQuietly() throws Exception {
    // The command begins when its reader has gone.
    Answer answer =
        lethe(
            "mkfifo pipe; (read -r line < pipe; \"$0\" plugins; echo $? > code) | (exec <&-; echo > pipe)");
    assertThat(answer.err()).isEmpty();
    assertThat(folder.resolve("code")).hasContent("141\n");
  }

  @Test
  void tooFewFilesAreSaidToBeWhatIsMissing() throws Exception {
    Answer answer = lethe("ulimit -n 64; exec \"$0\" plugins");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines())
        .containsExactly(
            "lethe: this process may open no more than 64 files at once (ulimit -n), and Lethe needs 128; raise the limit");
  }

  @Test
  void aWorkingFolderThatIsGoneIsSaidToBe() throws Exception {
    Answer answer = lethe("mkdir gone; cd gone; rmdir ../gone; exec \"$0\" plugins");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines())
        .contains("lethe: the working folder is gone or cannot be read; change to another")
        .noneMatch(line -> line.contains("java"));
  }

  @Test
  void fewFilesAreEnough() throws Exception {
    Answer answer = lethe("ulimit -n 128; exec \"$0\" device");
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  @Test
  void aUserWithoutAHomeGetsAPrivateFolderAndIsTold() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    environment.put("LETHE_JAVA_OPTS", "'-Djava.io.tmpdir=%s' -Duser.home=?".formatted(temporary));
    environment.put("HOME", "");
    Answer answer = lethe("\"$0\" plugins");
    assertThat(answer.code()).isZero();
    assertThat(folder.resolve("?")).doesNotExist();
    try (Stream<Path> made = Files.list(temporary)) {
      Path own = made.reduce((a, b) -> Path.of("more than one")).orElseThrow();
      assertThat(own.getFileName().toString()).startsWith("lethe-");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
          .isEqualTo("rwx------");
      assertThat(answer.err().lines())
          .singleElement()
          .asString()
          .startsWith("lethe: note: libraries are kept in " + own);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "PYTORCH_LIBRARY_PATH"})
  void nativeCodeThatAnotherUserCouldHavePlantedIsNotLoaded(String name) throws Exception {
    Path planted = Files.createDirectories(folder.resolve("cache/pytorch"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
    environment.put(name, planted.getParent().toString());
    Answer answer = lethe("\"$0\" device");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().lines())
        .singleElement()
        .asString()
        .startsWith("lethe: cannot start: native code is not loaded from ")
        .contains(name, "others than its owner can write " + planted);
  }

  @Test
  void whatAKilledProcessLeavesIsRemovedByTheNext() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    String options = "'-Djava.io.tmpdir=%s'".formatted(temporary);
    try (LetheProcess shell =
        LetheProcess.start(home, folder, Map.of("LETHE_JAVA_OPTS", options), "shell")) {
      shell.type("echo ready");
      shell.awaitOutput("ready");
      shell.process().destroyForcibly().waitFor();
    }
    assertThat(temporary).isNotEmptyDirectory();
    environment.put("LETHE_JAVA_OPTS", options);
    assertThat(lethe("\"$0\" plugins").code()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'-Xmx1g", "-Xmx1g '-Da=b", "-Xmx1g \"-Da=b -Dc=d"})
  void aQuoteThatDoesNotEndIsSaid(String options) throws Exception {
    environment.put("LETHE_JAVA_OPTS", options);
    Answer answer = lethe("\"$0\" plugins");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err().lines())
        .containsExactly("lethe: LETHE_JAVA_OPTS has a quote that does not end: " + options);
  }

  @Test
  void aTemporaryFolderInWhichOthersCanReplaceCodeIsTrustedOnlyOnRequest() throws Exception {
    Path open = Files.createDirectory(folder.resolve("tmp"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    environment.put("LETHE_JAVA_OPTS", "'-Djava.io.tmpdir=" + open + "'");
    Answer refused = lethe("\"$0\" plugins");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err().lines())
        .singleElement()
        .asString()
        .startsWith("lethe: cannot start: others than its owner can write " + open)
        .endsWith("(LETHE_TRUSTED_FOLDERS=" + open + ")");
    environment.put("LETHE_TRUSTED_FOLDERS", "/nowhere:" + open);
    assertThat(lethe("\"$0\" plugins").code()).isZero();
  }

  /** Runs a line of the system's shell, in which Lethe is {@code $0}. */
  private Answer lethe(String line) throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", line));
    command.add(home.path().resolve("bin/lethe").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Answer(code, read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
