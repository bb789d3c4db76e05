package dev.lethe.data.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void whatIsHiddenOrNoPictureIsLeftAside() throws IOException {
    String before = source().read(Progress.silent()).contentHash();
    Files.writeString(root.resolve("Bo_Carr/notes.txt"), "a text");
    Files.writeString(root.resolve("Bo_Carr/.hidden.png"), "a text");
    Files.createDirectory(root.resolve(".cache"));
    assertThat(source().read(Progress.silent()).contentHash()).isEqualTo(before);
  }

  @Test
  void filesWithoutAnEndingArePicturesWhereThereIsNothingElse() throws IOException {
    Files.move(root.resolve("Bo_Carr/10.png"), root.resolve("Bo_Carr/10"));
    Person person = source().read(Progress.silent()).people().get(0);
    assertThat(person.images().get(0).read().height()).isEqualTo(16);
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
    People people =
        Sources.create(
                PeopleSource.class,
                "folders",
                Map.of("path", root.toString(), "unreadable", "skip"))
            .read(Progress.silent());
    assertThat(people.skipped()).isEqualTo(2);
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
  void twoFoldersOfOneNameAreRefused() {
    new TinyPicture(Shape.SQUARE, 1).write(root.resolve("Bo Carr/1.png"));
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .hasMessageContaining("both hold pictures of 'Bo Carr'");
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
