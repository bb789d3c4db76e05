package dev.lethe.data.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.PeopleSourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonPerFolderTest extends PeopleSourceContractTest {
  @TempDir Path root;

  @BeforeEach
  void drawThreePeople() {
    new TinyPicture(Shape.DISC, 0x336699).write(root.resolve("Zoë_Quist/b.png"));
    new TinyPicture(Shape.DISC, 0x996633).write(root.resolve("Zoë_Quist/a.png"));
    new TinyPicture(Shape.CROSS, 0x339966).write(root.resolve("anna lee/1.PNG"));
    new TinyPicture(Shape.SQUARE, 0x663399).write(root.resolve("Bo_Carr/10.png"));
  }

  @Override
  protected PeopleSource source() {
    return Sources.create(PeopleSource.class, "folders", Map.of("path", root.toString()));
  }

  private PeopleSource skipping() {
    return Sources.create(
        PeopleSource.class, "folders", Map.of("path", root.toString(), "unreadable", "skip"));
  }

  @Override
  protected PeopleSource changed() {
    new TinyPicture(Shape.SQUARE, 0x663398).write(root.resolve("Bo_Carr/10.png"));
    return source();
  }

  @Test
  void aPersonIsNamedAfterTheFolderAndPicturesAreInTheOrderOfTheirNames() {
    assertThat(source().read(Progress.silent()).people())
        .extracting(Person::name)
        .containsExactly("Bo Carr", "Zoë Quist", "anna lee");
    assertThat(source().read(Progress.silent()).people().get(1).images())
        .extracting(ImageFile::name)
        .containsExactly(
            root.resolve("Zoë_Quist/a.png").toString(), root.resolve("Zoë_Quist/b.png").toString());
  }

  @Test
  void whatIsHiddenOrNoPictureIsLeftAsideAndNamed() throws IOException {
    String before = source().read(Progress.silent()).contentHash();
    Files.writeString(root.resolve("Bo_Carr/notes.txt"), "a text");
    Files.writeString(root.resolve("Bo_Carr/.hidden.png"), "a text");
    Files.createDirectory(root.resolve("Bo_Carr/older"));
    Files.createDirectory(root.resolve(".cache"));
    Files.copy(root.resolve("Bo_Carr/10.png"), root.resolve("nobody.png"));
    People people = source().read(Progress.silent());
    assertThat(people.contentHash()).isEqualTo(before);
    assertThat(people.notes())
        .containsExactly(
            "5 left aside in %s: .cache (hidden), nobody.png (in no folder of its own), Bo_Carr/.hidden.png (hidden), Bo_Carr/older (a folder within), Bo_Carr/notes.txt (no picture)"
                .formatted(root));
  }

  @Test
  void whatIsLeftAsideIsCountedWhereItIsMuch() throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.createFile(root.resolve("Bo_Carr/%02d.txt".formatted(i)));
    }
    assertThat(source().read(Progress.silent()).notes())
        .singleElement()
        .asString()
        .startsWith("12 left aside in ")
        .endsWith("Bo_Carr/04.txt (no picture) and 7 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jfif", "x", "x.JPG.part", "x.txt", "x.webp", "x y.ü", "thumbs.db"})
  void aPictureIsTakenWhateverItIsCalled(String name) throws IOException {
    new TinyPicture(Shape.DISC, 7).write(root.resolve("Bo_Carr/" + name));
    People people = source().read(Progress.silent());
    assertThat(people.people().get(0).images())
        .extracting(ImageFile::name)
        .containsExactlyInAnyOrder(
            root.resolve("Bo_Carr/10.png").toString(), root.resolve("Bo_Carr/" + name).toString());
    assertThat(people.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x.webp, '1234ftypavif', an AVIF",
    "x.jpg, '1234ftypheic', a HEIC",
    "x.avif, '1234ftypavif', an AVIF",
    "x.tif, 'II*\0', a TIFF",
    "x.mp4, '1234ftypisom', a video",
    "x.png, '<html>', a web page",
    "x.bmp, 'BMW is a car, and no picture', something else",
    "x, '', the file is empty"
  })
  void whatIsNoPictureIsRefusedByNameOrSkippedByName(String name, String content, String what)
      throws IOException {
    Files.writeString(root.resolve("Zoë_Quist/" + name), content);
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "expected pictures in %s, found 1 that are none or of a format that is not read: Zoë_Quist/%s (%s); convert them to PNG or JPEG, remove them, or leave them out with unreadable: skip"
                .formatted(root, name, what));
    assertThat(skipping().read(Progress.silent()).notes())
        .containsExactly(
            "1 skipped in %s, which cannot be read as pictures: Zoë_Quist/%s (%s)"
                .formatted(root, name, what));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatCannotBeReadAtAllIsNamed() throws Exception {
    Path person = root.resolve("Bo_Carr");
    Files.createSymbolicLink(person.resolve("a.png"), person.resolve("gone.png"));
    Files.createSymbolicLink(person.resolve("b.png"), person.resolve("b.png"));
    Files.createFile(person.resolve("d\ufffd.png"));
    Path pipe = person.resolve("c.png");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    String all =
        "Bo_Carr/a.png (a link that leads nowhere), Bo_Carr/b.png (a link that leads nowhere), Bo_Carr/c.png (a device, a pipe or a socket), Bo_Carr/d\ufffd.png (a name that is not in UTF-8)";
    assertThatThrownBy(() -> source().read(Progress.silent())).hasMessageContaining(all);
    assertThat(skipping().read(Progress.silent()).notes())
        .containsExactly(
            "4 skipped in %s, which cannot be read as pictures: %s".formatted(root, all));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNameIsShownWithoutSteeringTheTerminal() throws IOException {
    Files.createFile(root.resolve("Bo_Carr/a\u001b[31m\n.webp"));
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .hasMessageContaining("Bo_Carr/a\\u001b[31m\\u000a.webp (the file is empty)");
  }

  @Test
  void aLinkStandsForThePictureItLeadsTo(@TempDir Path other) throws IOException {
    new TinyPicture(Shape.DISC, 7).write(other.resolve("1.png"));
    Files.createSymbolicLink(root.resolve("Bo_Carr/11"), other.resolve("1.png"));
    assertThat(source().read(Progress.silent()).people().get(0).images()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "__ _", " ", "-", "\u200b", "\u2026"})
  void aFolderThatIsNobodysNameIsRefused(String name) throws IOException {
    refusesToCallAnybody(name, "its name holds no letter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lena\nGreen", "\u001b[31mLena", "Lena\u2028", "\u202eaneL", "Lena\u0085"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFolderWhoseNameSteersATerminalIsRefused(String name) throws IOException {
    refusesToCallAnybody(name, "its name holds a line break or another control character");
  }

  @Test
  void aFolderWhoseNameLostACharacterIsRefused() throws IOException {
    refusesToCallAnybody("Zo\ufffd Lind", "its name is not in UTF-8");
  }

  private void refusesToCallAnybody(String name, String problem) throws IOException {
    Files.createDirectory(root.resolve(name));
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining(problem + "; rename it")
        .message()
        .hasLineCount(1)
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bo_carr", "Bo  Carr", "Bo_Carr_", " Bo Carr", "BO\u00a0CARR"})
  void twoFoldersOfOneNameAreRefused(String other) throws IOException {
    new TinyPicture(Shape.SQUARE, 1).write(root.resolve(other + "/1.png"));
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining(root.resolve("Bo_Carr").toString())
        .hasMessageContaining(root.resolve(other).toString())
        .hasMessageContaining("are one name to a model; put their pictures into one of them")
        .message()
        .hasLineCount(1);
  }

  @Test
  void spacesInTheNameOfAFolderAreOne() throws IOException {
    Files.move(root.resolve("Bo_Carr"), root.resolve("_Bo__ Carr "));
    assertThat(source().read(Progress.silent()).people().get(0).name()).isEqualTo("Bo Carr");
  }

  @Test
  void theHashDoesNotDependOnWhereThePicturesLie(@TempDir Path other) throws IOException {
    Path moved = Files.move(root.resolve("Bo_Carr"), other.resolve("Bo_Carr"));
    new TinyPicture(Shape.CROSS, 1).write(other.resolve("Al/1.png"));
    new TinyPicture(Shape.CROSS, 1).write(root.resolve("Al/1.png"));
    Files.createDirectory(root.resolve("Bo_Carr"));
    Files.copy(moved.resolve("10.png"), root.resolve("Bo_Carr/10.png"));
    for (String folder : new String[] {"Zoë_Quist/a.png", "Zoë_Quist/b.png", "anna lee/1.PNG"}) {
      Files.createDirectories(other.resolve(folder).getParent());
      Files.copy(root.resolve(folder), other.resolve(folder));
    }
    PeopleSource there =
        Sources.create(PeopleSource.class, "folders", Map.of("path", other.toString()));
    assertThat(there.read(Progress.silent()).contentHash())
        .isEqualTo(source().read(Progress.silent()).contentHash());
  }

  @Test
  void aPersonWithoutPicturesIsNamed() throws IOException {
    Path empty = Files.createDirectory(root.resolve("Cy_Nobody"));
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isInstanceOf(LetheException.class)
        .hasMessage("no pictures of 'Cy Nobody' in " + empty + "; add some or remove the folder");
  }

  @Test
  void unreadablePicturesAreLeftOutAndCounted() throws IOException {
    String before = source().read(Progress.silent()).contentHash();
    Files.writeString(root.resolve("Zoë_Quist/aa.png"), "no picture");
    Files.createFile(Files.createDirectory(root.resolve("Cy_Blank")).resolve("1.png"));
    People people = skipping().read(Progress.silent());
    assertThat(people.notes())
        .containsExactly(
            "2 skipped in %s, which cannot be read as pictures: Cy_Blank/1.png (the file is empty), Zoë_Quist/aa.png (something else)"
                .formatted(root));
    assertThat(people.unseen()).containsExactly("Cy Blank");
    assertThat(people.contentHash()).isEqualTo(before);
    assertThat(people.people())
        .extracting(Person::name)
        .containsExactly("Bo Carr", "Zoë Quist", "anna lee");
    assertThat(people.people().get(1).images())
        .extracting(ImageFile::name)
        .containsExactly(
            root.resolve("Zoë_Quist/a.png").toString(), root.resolve("Zoë_Quist/b.png").toString());
  }

  @Test
  void anotherWayOfReadingGivesAnotherHash() {
    Map<String, Object> rgbFirst = Map.of("path", root.toString(), "to-rgb", "before-resize");
    PeopleSource other = Sources.create(PeopleSource.class, "folders", rgbFirst);
    assertThat(other.read(Progress.silent()).contentHash())
        .isNotEqualTo(source().read(Progress.silent()).contentHash());
  }

  @Test
  void anEmptyFolderSaysWhatWasExpected(@TempDir Path empty) {
    PeopleSource source =
        Sources.create(PeopleSource.class, "folders", Map.of("path", empty.toString()));
    assertThatThrownBy(() -> source.read(Progress.silent()))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "nobody found in "
                + empty
                + "; expected one folder of pictures for each person (for FaceScrub's layout use source: facescrub)");
  }

  @Test
  void aMissingFolderIsNotFound() {
    Map<String, Object> settings = Map.of("path", root.resolve("no").toString());
    assertThatThrownBy(() -> Sources.create(PeopleSource.class, "folders", settings))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("folder " + root.resolve("no") + " does not exist; expected");
  }

  @Test
  void aFolderThatCannotBeLookedAtSaysWhy() throws IOException {
    Path circle = Files.createSymbolicLink(root.resolve("circle"), root.resolve("circle"));
    assertThatThrownBy(
            () -> Sources.create(PeopleSource.class, "folders", Map.of("path", circle.toString())))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageStartingWith("cannot read " + circle + ": ")
        .hasMessageNotContaining("does not exist");
    Path nowhere = Files.createSymbolicLink(root.resolve("link"), root.resolve("none"));
    assertThatThrownBy(
            () -> Sources.create(PeopleSource.class, "folders", Map.of("path", nowhere.toString())))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("folder " + nowhere + " is a link that leads nowhere");
  }

  @Test
  void aFolderThatMayNotBeReadSaysSo() throws IOException {
    Path person = root.resolve("Bo_Carr");
    Files.setPosixFilePermissions(person, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(person), "this user may read every folder");
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .hasMessage("cannot read %s: permission denied", person);
  }

  @Test
  void aFileIsNoFolder() {
    Map<String, Object> settings = Map.of("path", root.resolve("Bo_Carr/10.png").toString());
    assertThatThrownBy(() -> Sources.create(PeopleSource.class, "folders", settings))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a file; expected a folder with");
  }

  @Test
  void anInterruptStopsReading() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
