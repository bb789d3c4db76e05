package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users get wrong: each gives one clear line, the right exit code and no stack trace. */
class BadInputIT {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    TinyExperiment.in(folder);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void anUntouchedExperimentSucceeds() throws Exception {
    assertThat(run(0, "attacks.idia.threshold=1")).isEmpty();
  }

  @Test
  void aMissingFolder() throws Exception {
    assertThat(run(3, "people.path=nowhere")).contains("nowhere");
    assertThat(run(3, "model.path=nowhere")).contains("nowhere");
  }

  @Test
  void anEmptyFolder() throws Exception {
    Files.createDirectory(folder.resolve("empty"));
    assertThat(fail("people.path=empty")).contains("empty");
    assertThat(fail("model.path=empty")).contains("empty");
  }

  @Test
  void aTextFileThatIsCalledAPicture() throws Exception {
    Files.writeString(folder.resolve("people/Ada Lind/0.jpg"), "no picture");
    assertThat(run(1, "attacks.idia.threshold=1")).contains("0.jpg");
  }

  @Test
  void aPersonWithoutPictures() throws Exception {
    Files.createDirectory(folder.resolve("people/Di None"));
    assertThat(fail("attacks.idia.threshold=1")).contains("Di None");
  }

  @Test
  void aMistypedKeyOfTheDemoCostsNeitherWorldNorModel() throws Exception {
    for (String key : List.of("forget.cuont", "defense.settings.alhpa", "evaluations.zeroshot")) {
      LetheProcess demo = LetheProcess.start(home, folder, "demo", "--quiet", key + "=2");
      assertThat(failure(demo, List.of(2, 3))).contains(key);
      assertThat(folder.resolve("runs/demo")).doesNotExist();
    }
  }

  @Test
  void aMetricThatTheDemoDoesNotMeasureCostsNeitherWorldNorModel() throws Exception {
    LetheProcess demo = LetheProcess.start(home, folder, "demo", "--require", "idai.tpr<=0");
    assertThat(failure(demo, List.of(2, 3))).contains("'idai.tpr', which nothing here measures");
    assertThat(folder.resolve("runs/demo")).doesNotExist();
  }

  @Test
  void aTruncatedCheckpoint() throws Exception {
    byte[] bytes = Files.readAllBytes(weights());
    Files.write(weights(), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(run(1)).contains("open_clip_model.safetensors");
  }

  @Test
  void aHeaderThatClaimsMoreThanAnyMachineHas() throws Exception {
    byte[] bytes = Files.readAllBytes(weights());
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 60);
    Files.write(weights(), bytes);
    assertThat(run(1)).contains("open_clip_model.safetensors");
  }

  @Test
  void anUnknownKeyAndAWrongType() throws Exception {
    assertThat(run(2, "candidates.totl=3")).contains("did you mean 'total'?");
    assertThat(run(2, "candidates.total=many")).contains("candidates.total");
  }

  @Test
  void captionsInTheWrongEncoding() throws Exception {
    Files.write(
        folder.resolve("captions.txt"), "ein schöner Baum\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run(1, "forget.names=[Ada Lind]", "defense.strategy=text-backdoor"))
        .contains("captions.txt")
        .contains("UTF-8");
  }

  @Test
  void aDiskThatIsFull() throws Exception {
    try (MountedDisk small = MountedDisk.at(folder.resolve("small"), "size=16k")) {
      assertThat(run(1, "--out", "small")).contains("small/").endsWith("the disk is full");
      try (Stream<Path> left = Files.walk(small.path())) {
        assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith("report.json"));
      }
    }
  }

  @Test
  void aFolderThatMustNotBeWritten() throws Exception {
    try (MountedDisk locked = MountedDisk.at(folder.resolve("locked"), "ro")) {
      assertThat(run(1, "--out", locked.path().toString())).contains("locked");
    }
  }

  private Path weights() {
    return folder.resolve("model/open_clip_model.safetensors");
  }

  private String fail(String... more) throws Exception {
    return failure(process(more), List.of(1, 2, 3));
  }

  private String run(int code, String... more) throws Exception {
    return failure(process(more), List.of(code));
  }

  private LetheProcess process(String... more) throws IOException {
    return CommandLine.in(home, folder)
        .start(Stream.concat(Stream.of("run", "tiny.yaml", "--quiet"), Stream.of(more)).toList());
  }

  /** Returns the line that says what is wrong, or nothing for success. */
  private static String failure(LetheProcess process, List<Integer> codes) throws Exception {
    try (process) {
      int code = process.finish();
      assertThat(codes).as(process.err()).contains(code);
      assertThat(process.err()).doesNotContain("\tat ").doesNotContain("unexpected failure");
      List<String> lines =
          process.err().lines().filter(line -> !line.startsWith("lethe: note: ")).toList();
      assertThat(lines).hasSize(code == 0 ? 0 : 1);
      return lines.isEmpty() ? "" : lines.get(0);
    }
  }
}
