package dev.lethe.data.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.LabeledImageSource;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.LabeledImageSourceContractTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest extends LabeledImageSourceContractTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void drawTwoClasses() {
    root = folder.resolve("pictures");
    new TinyPicture(Shape.DISC, 0xff0000).write(root.resolve("red_disc/1.png"));
    new TinyPicture(Shape.DISC, 0xee0000).write(root.resolve("red_disc/2.png"));
    new TinyPicture(Shape.CROSS, 0x0000ff).write(root.resolve("blue_cross/1.png"));
  }

  @Override
  protected LabeledImageSource source() {
    return create(Map.of("path", root.toString()));
  }

  @Override
  protected LabeledImageSource changed() {
    new TinyPicture(Shape.CROSS, 0x0000fe).write(root.resolve("blue_cross/1.png"));
    return source();
  }

  private static LabeledImageSource create(Map<String, Object> settings) {
    return Sources.create(LabeledImageSource.class, "class-folders", settings);
  }

  private LabeledImageSource named(String json) throws IOException {
    return named(json, StandardCharsets.UTF_8);
  }

  private LabeledImageSource named(String json, Charset encoding) throws IOException {
    Path file = Files.writeString(folder.resolve("classes.json"), json, encoding);
    return create(Map.of("path", root.toString(), "classes", file.toString()));
  }

  @Test
  void classesAreTheFoldersNames() {
    assertThat(source().read().classes()).containsExactly("blue cross", "red disc");
    assertThat(source().read().images()).extracting(i -> i.label()).containsExactly(0, 1, 1);
  }

  @Test
  void aListNamesTheFoldersInOrder() throws IOException {
    assertThat(named("[\"a cross\", \"a disc\"]").read().classes())
        .containsExactly("a cross", "a disc");
  }

  @Test
  void theNumberOfAFolderIsAnIndexIntoTheList() throws IOException {
    root = folder.resolve("numbered");
    StringBuilder list = new StringBuilder("[\"name 0\"");
    for (int i = 0; i <= 10; i++) {
      new TinyPicture(Shape.DISC, i).write(root.resolve(i + "/1.png"));
      list.append(i == 0 ? "" : ", \"name " + i + "\"");
    }
    assertThat(named(list + "]").read().classes())
        .startsWith("name 0", "name 1", "name 10", "name 2")
        .hasSize(11);
  }

  @Test
  void aMapNamesFoldersAndMayKnowMore() throws IOException {
    assertThat(
            named("{\"red_disc\": \"ruby\", \"blue_cross\": \"sea\", \"x\": \"y\"}")
                .read()
                .classes())
        .containsExactly("sea", "ruby");
  }

  @Test
  void thousandsOfNamesMayStandInOneLine() throws IOException {
    StringBuilder map = new StringBuilder("{\"red_disc\": \"ruby\", \"blue_cross\": \"sea\"");
    for (int i = 0; i < 22_000; i++) {
      map.append(", \"n%08d\": \"a name that is as long as those of ImageNet\"".formatted(i));
    }
    assertThat(map).hasSizeGreaterThan(1_000_000);
    assertThat(named(map + "}").read().classes()).containsExactly("sea", "ruby");
  }

  @Test
  void namesInAnotherEncodingAreRefusedInOneLine() throws IOException {
    LabeledImageSource latin = named("[\"caf\u00e9\", \"b\"]", StandardCharsets.ISO_8859_1);
    assertThatThrownBy(latin::read)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("classes.json")
        .hasMessageContaining("UTF-8")
        .message()
        .hasLineCount(1);
    LabeledImageSource lost = named("[\"caf\ufffd\", \"b\"]", StandardCharsets.UTF_8);
    assertThatThrownBy(lost::read).hasMessageContaining("a character was lost (U+FFFD)");
    assertThat(named("\ufeff[\"caf\u00e9\", \"b\"]", StandardCharsets.UTF_8).read().classes())
        .containsExactly("caf\u00e9", "b");
  }

  @Test
  void aListOfAnotherLengthIsRefused() throws IOException {
    LabeledImageSource source = named("[\"a\", \"b\", \"c\"]");
    assertThatThrownBy(source::read)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("has 3 names for 2 folders");
  }

  @Test
  void aFolderWithoutANameIsNamed() throws IOException {
    LabeledImageSource source = named("{\"red_disc\": \"ruby\"}");
    assertThatThrownBy(source::read)
        .hasMessageContaining("has no name for the class folder " + root.resolve("blue_cross"));
  }

  @Test
  void brokenJsonIsRefusedInOneLine() throws IOException {
    LabeledImageSource source = named("[\"a\",\n \"b\"");
    assertThatThrownBy(source::read)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("classes.json is not valid JSON, line 2")
        .message()
        .hasLineCount(1);
    LabeledImageSource number = named("7");
    assertThatThrownBy(number::read).hasMessageContaining("holds no class names");
  }

  @Test
  void aFolderThatIsNamedTwiceIsRefused() throws IOException {
    LabeledImageSource source =
        named("{\"red_disc\": \"ruby\", \"blue_cross\": \"sea\", \"red_disc\": \"rose\"}");
    assertThatThrownBy(source::read)
        .hasMessageContaining("classes.json is not valid JSON, line 1: Duplicate field 'red_disc'");
  }

  @Test
  void aCharacterThatWasLostInANameIsRefused() throws IOException {
    LabeledImageSource source = named("[\"a cross\",\n \"a d\ufffdsc\"]");
    assertThatThrownBy(source::read)
        .hasMessageContaining("classes.json, line 2: a character was lost");
  }

  @Test
  void aClassWithoutPicturesIsNamed() throws IOException {
    Files.createDirectory(root.resolve("green_square"));
    assertThatThrownBy(() -> source().read())
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("no pictures of class 'green square'");
  }

  @Test
  void unreadablePicturesAreLeftOutAndAClassThatLosesAllIsNamed() throws IOException {
    Map<String, Object> skipping = Map.of("path", root.toString(), "unreadable", "skip");
    int before = source().read().images().size();
    Files.createFile(root.resolve("blue_cross/broken.png"));
    assertThat(create(skipping).read().images()).hasSize(before);
    Files.delete(root.resolve("blue_cross/1.png"));
    assertThatThrownBy(() -> create(skipping).read())
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("no pictures that can be read of class 'blue cross'");
  }

  @Test
  void whatIsLeftOutIsNamed() throws IOException {
    Files.writeString(root.resolve("red_disc/3"), "1234ftypavif");
    Files.createFile(root.resolve("red_disc/Thumbs.db"));
    assertThatThrownBy(() -> source().read()).hasMessageContaining("red_disc/3 (an AVIF)");
    assertThat(create(Map.of("path", root.toString(), "unreadable", "skip")).read().notes())
        .containsExactly(
            "1 skipped in %s, which cannot be read as pictures: red_disc/3 (an AVIF)"
                .formatted(root),
            "1 left aside in %s: red_disc/Thumbs.db (no picture)".formatted(root));
  }

  @Test
  void twoFoldersOfOneClassAreRefused() {
    new TinyPicture(Shape.DISC, 1).write(root.resolve("Red  disc/1.png"));
    assertThatThrownBy(() -> source().read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "%s and %s are one class, since 'Red disc' and 'red disc' are one text to a model; put their pictures into one of them, or name them apart"
                .formatted(root.resolve("Red  disc"), root.resolve("red_disc")));
  }

  @Test
  void namesThatTwoClassesShareAreNoted() throws IOException {
    assertThat(named("[\"crane\", \"Crane\"]").read().notes())
        .containsExactly("no model can tell 2 of the classes apart, which share a name: crane");
  }

  @Test
  void aFolderThatIsNoNameOfAClassIsRefused() throws IOException {
    Files.createDirectory(root.resolve("_"));
    assertThatThrownBy(() -> source().read()).hasMessageContaining("its name holds no letter");
  }

  @Test
  void namesOfOneOfSeveralDataSetsAreThoseThatAreNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("classnames.json"),
            "{\"cars\": [\"a\", \"b\", \"c\"], \"shapes\": [\"a cross\", \"a disc\"]}");
    Map<String, Object> settings = Map.of("path", root.toString(), "classes", file.toString());
    Map<String, Object> shapes = new HashMap<>(settings);
    shapes.put("dataset", "shapes");
    assertThat(create(shapes).read().classes()).containsExactly("a cross", "a disc");
    assertThatThrownBy(() -> create(settings).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            file + " holds the names of several data sets; choose one by dataset: cars, shapes");
    shapes.put("dataset", "dogs");
    assertThatThrownBy(() -> create(shapes).read())
        .hasMessage(file + " has no names of the data set 'dogs', but of: cars, shapes");
  }

  @Test
  void oneClassIsNotEnough() throws IOException {
    Files.delete(root.resolve("blue_cross/1.png"));
    Files.delete(root.resolve("blue_cross"));
    assertThatThrownBy(() -> source().read())
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("holds 1 folders; expected one folder of pictures for each class");
  }

  @Test
  void whatIsMissingIsNotFound() {
    String no = folder.resolve("no").toString();
    assertThatThrownBy(() -> create(Map.of("path", no))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> create(Map.of("path", root.toString(), "classes", no)))
        .isInstanceOf(NotFoundException.class);
  }
}
