package dev.lethe.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.io.Folders;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldWriterTest {
  @TempDir private Path first;
  @TempDir private Path second;

  @Test
  void aSeedGivesTheSameBytesOnEveryMachine() throws Exception {
    SmallWorld.write(first, 7);

    assertThat(hash(first))
        .isEqualTo("590a7440d11a6575729bf6186858f79900daecf9532c6ca5115b54d7dbb68894");
  }

  @Test
  void whatADemoOfNamesReadsIsWhatItWasBeforeThereWereFaces() throws Exception {
    WorldFolder folder = SmallWorld.write(first, 7);
    Folders.remove(folder.retained());
    Folders.remove(folder.ordinaryPictures());
    Folders.remove(folder.people().resolve("actors").resolve("faces"));
    Folders.remove(folder.people().resolve("actresses").resolve("faces"));

    assertThat(hash(first))
        .isEqualTo("ad382e7f4b9743558bbf3b3ee55a9691190f61be07dea0cb23a41b277aae3088");
  }

  @Test
  void everyPhotographHasACropOfTheSameNumber() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    Path men = folder.people().resolve("actors");
    try (Stream<Path> photographs = Files.walk(men.resolve("images"))) {
      assertThat(photographs.filter(Files::isRegularFile))
          .hasSize(6)
          .allSatisfy(
              photograph -> {
                Path crop =
                    men.resolve("faces").resolve(men.resolve("images").relativize(photograph));
                int pixel = ImageIO.read(photograph.toFile()).getRGB(8, 9);
                assertThat(ImageIO.read(crop.toFile()).getRGB(6, 7)).isEqualTo(pixel);
              });
    }
  }

  @Test
  void peopleToRetainAreNotUnderTest() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    List<String> people = Files.readAllLines(folder.candidates());
    try (Stream<Path> files = Files.walk(folder.retained(), 3)) {
      assertThat(files.filter(path -> folder.retained().relativize(path).getNameCount() == 3))
          .hasSize(4)
          .allSatisfy(
              path ->
                  assertThat(people)
                      .doesNotContain(path.getFileName().toString().replace('_', ' ')));
    }
  }

  @Test
  void anotherSeedGivesAnotherWorld() throws Exception {
    SmallWorld.write(first, 7);
    SmallWorld.write(second, 8);

    assertThat(hash(first)).isNotEqualTo(hash(second));
  }

  @Test
  void everyMemberOccursInTrainingCaptionsAndNobodyElse() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    List<String> members = Files.readAllLines(folder.members());
    List<String> captions =
        TrainingSet.read(folder, SmallWorld.SETTINGS.pictureSize()).captions().stream()
            .flatMap(List::stream)
            .toList();

    List<String> named =
        Files.readAllLines(folder.candidates()).stream()
            .filter(name -> captions.stream().anyMatch(caption -> caption.contains(name)))
            .toList();

    assertThat(members).hasSize(4);
    assertThat(named).containsExactlyInAnyOrderElementsOf(members);
  }

  @Test
  void captionsForForgettingHoldNoPartOfAName() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    List<String> parts =
        Files.readAllLines(folder.candidates()).stream()
            .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split(" ")))
            .toList();

    assertThat(Files.readAllLines(folder.captions()))
        .hasSize(40)
        .allSatisfy(caption -> assertThat(caption.split(" ")).doesNotContainAnyElementsOf(parts));
  }

  @Test
  void thereAreAsManyDistinctCandidatesAsAskedForAndEveryoneIsAmongThem() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    List<String> people;
    try (Stream<Path> folders = Files.walk(folder.people(), 3)) {
      people =
          folders
              .filter(path -> folder.people().relativize(path).getNameCount() == 3)
              .map(path -> path.getFileName().toString().replace('_', ' '))
              .distinct()
              .toList();
    }

    assertThat(people).hasSize(6);
    assertThat(Files.readAllLines(folder.candidates()))
        .hasSize(20)
        .doesNotHaveDuplicates()
        .containsAll(people);
  }

  @Test
  void picturesAreReadByOthersAsTheyWerePainted() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    World world = new World(SmallWorld.SETTINGS, 7);
    Path file = folder.zeroShot().resolve("red_circle").resolve("0000.png");

    var read = ImageIO.read(file.toFile());

    byte[] rgb = world.zeroShotPicture(0, 0).rgb();
    int middle = (8 * 16 + 8) * 3;
    assertThat(read.getWidth()).isEqualTo(16);
    assertThat(read.getRGB(8, 8) & 0xFFFFFF)
        .isEqualTo(
            (rgb[middle] & 255) << 16 | (rgb[middle + 1] & 255) << 8 | rgb[middle + 2] & 255);
  }

  @Test
  void noPictureIsBothLearntAndTested() throws IOException {
    WorldFolder folder = SmallWorld.write(first, 7);
    TrainingSet training = TrainingSet.read(folder, 16);
    World world = new World(SmallWorld.SETTINGS, 7);
    String pixels = HexFormat.of().formatHex(training.pixels());

    for (int person = 0; person < 6; person++) {
      assertThat(pixels)
          .doesNotContain(HexFormat.of().formatHex(world.testPicture(person, 0).rgb()));
    }
  }

  private static String hash(Path root) throws Exception {
    MessageDigest digest = Sha256.start();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(
            root.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return Sha256.end(digest);
  }
}
