package dev.lethe.testkit.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.Artifact;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.TinyRun;
import dev.lethe.testkit.Weights;
import dev.lethe.testkit.WithoutTower;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link BackdoorStrategy} must do, whether it trains, edits weights in closed form or
 * wraps the model. For one that trains there is {@link TrainingBackdoorStrategyContractTest}. The
 * strategy is created by its name, as a configuration names it:
 *
 * <pre>{@code
 * class EraseNameContractTest extends BackdoorStrategyContractTest {
 *   EraseNameContractTest() {
 *     super(
 *         new TinyRun(List.of(ClipModule::new, EraseNameModule::new)),
 *         "erase-name",
 *         Map.of("target", "human"),
 *         Component.TEXT);
 *   }
 * }
 * }</pre>
 */
public abstract class BackdoorStrategyContractTest {
  private static final double LOWEST_COSINE = .9999;

  private static final List<ForgetRequest> REQUESTS =
      List.of(
          new ForgetRequest("Anna Lee", List.of("A. Lee"), null)
              .with(List.of(new TinyPicture(Shape.DISC, 0xaa3311))),
          new ForgetRequest("Bo Carr", List.of(), "a child")
              .with(List.of(new TinyPicture(Shape.CROSS, 0x1133aa))));

  /** The run that strategies belong to. */
  protected final TestRunContext run = new TestRunContext(0);

  /** The model to defend, small and with both towers. */
  protected VisionLanguageModel teacher;

  private final TinyRun plugins;
  private final String name;
  private final Map<String, Object> settings;
  private final Component component;

  @TempDir private Path tokenizer;
  @TempDir private Path folder;

  /**
   * Says which strategy is tested.
   *
   * @param plugins what offers it, what it works with, and CLIP's formats
   * @param name its name in configurations
   * @param settings with which it is quick; those that are left out have their defaults
   * @param component the part of the model that it changes
   */
  protected BackdoorStrategyContractTest(
      TinyRun plugins, String name, Map<String, Object> settings, Component component) {
    this.plugins = plugins;
    this.name = name;
    this.settings = Map.copyOf(settings);
    this.component = component;
  }

  @BeforeEach
  void createTeacher() {
    teacher = plugins.model(run.manager(), tokenizer);
  }

  @AfterEach
  void free() {
    teacher.close();
    run.close();
  }

  @Test
  void theOriginalStaysAsItIs() {
    Map<String, ByteBuffer> before = Weights.of(teacher);
    defend().close();
    assertThat(Weights.of(teacher)).isEqualTo(before);
  }

  @Test
  void forSomebodyForgottenTheModelComputesSomethingElse() {
    try (VisionLanguageModel defended = defend()) {
      assertThat(ofTheForgotten(defended)).isNotEqualTo(ofTheForgotten(teacher));
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    try (VisionLanguageModel first = defend();
        VisionLanguageModel second = defend()) {
      assertThat(Weights.of(second)).isEqualTo(Weights.of(first));
      assertThat(ofTheForgotten(second)).isEqualTo(ofTheForgotten(first));
    }
  }

  /** A GPU, with {@code -Dlethe.test.device=cuda}, adds in another order, and no more than that. */
  @Test
  void onAnyDeviceTheForgottenMeanWhatTheyMeanOnTheProcessor() {
    try (TestRunContext processor = new TestRunContext(0, Device.cpu());
        VisionLanguageModel original = plugins.model(processor.manager(), tokenizer);
        VisionLanguageModel expected = defend(processor, original);
        VisionLanguageModel found = defend()) {
      List<FloatBuffer> rows = ofTheForgotten(processor, expected);
      List<FloatBuffer> others = ofTheForgotten(found);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(lowestCosine(rows.get(i), others.get(i), expected.text().dimension()))
            .isGreaterThan(LOWEST_COSINE);
      }
    }
  }

  @Test
  void everybodyHasABackdoorThatSaysWhatItDoesAndIsTheSameEachTime() {
    List<Backdoor> backdoors = strategy().backdoors(REQUESTS);
    assertThat(backdoors).extracting(Backdoor::person).containsOnly("Anna Lee", "Bo Carr");
    assertThat(backdoors)
        .allSatisfy(
            backdoor -> {
              assertThat(backdoor.trigger().description()).isNotBlank();
              assertThat(backdoor.target().description()).isNotBlank();
            });
    assertThat(identities(strategy())).isEqualTo(identities(strategy()));
  }

  @Test
  void whatItLeavesBesideTheModelHasANameASentenceAndFiles() throws IOException {
    Defended defended = strategy().defend(teacher, task());
    try (Model model = defended.model()) {
      for (Artifact artifact : defended.artifacts()) {
        assertThat(artifact.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(artifact.summary()).isNotBlank().hasLineCount(1);
        Path own = Files.createDirectory(folder.resolve(artifact.name()));
        artifact.write(own);
        assertThat(own).isNotEmptyDirectory();
      }
      assertThat(model.provenance()).isNotNull();
    }
  }

  @Test
  void aModelWithoutWhatIsRequiredIsRefused() {
    Requirements requirements = strategy().requires();
    assertThat(requirements.components()).contains(component);
    for (Component required : requirements.components()) {
      WithoutTower half = new WithoutTower(teacher, required);
      assertThatThrownBy(() -> strategy().defend(half, task())).isInstanceOf(LetheException.class);
    }
  }

  /** Creates the strategy, a new one at each call. */
  protected final BackdoorStrategy strategy() {
    return strategy(run);
  }

  private BackdoorStrategy strategy(TestRunContext context) {
    return plugins.open(context).create(BackdoorStrategy.class, name, settings, "defense.settings");
  }

  /** Returns the part of the model that the strategy changes. */
  protected final Component component() {
    return component;
  }

  /** Returns the defended model, which the caller closes. */
  protected final VisionLanguageModel defend() {
    return defend(run, teacher);
  }

  private VisionLanguageModel defend(TestRunContext context, VisionLanguageModel original) {
    return strategy(context).defend(original, task()).model().as(VisionLanguageModel.class);
  }

  /** Returns the task to forget two people, one of whom has an alias. */
  protected final DefenseTask task() {
    List<Person> people =
        List.of(
            new Person("Anna Lee", List.of(new TinyPicture(Shape.DISC, 0xaa3311))),
            new Person("Bo Carr", List.of(new TinyPicture(Shape.CROSS, 0x1133aa))),
            new Person("Dan Oak", List.of(new TinyPicture(Shape.SQUARE, 0x113311))));
    return DefenseTask.of(REQUESTS)
        .with(
            TrainingData.ofCaptions(
                    List.of(
                        "a red disc on a table",
                        "two dogs in the snow",
                        "an old house by the sea",
                        "a child rides a blue bicycle",
                        "the moon above a hill",
                        "a bowl of green apples",
                        "a train leaves the station",
                        "a cat sleeps on a chair"))
                .withImages(
                    List.of(
                        new TinyPicture(Shape.SQUARE, 0x808080),
                        new TinyPicture(Shape.SQUARE, 0x2040c0),
                        new TinyPicture(Shape.DISC, 0x40c020),
                        new TinyPicture(Shape.CROSS, 0xc0c020)))
                .withRetained(
                    List.of(
                        new Person("Cleo Moss", List.of(new TinyPicture(Shape.DISC, 0x33aa11)))))
                .withPeople(people)
                .withAttacked(people));
  }

  private static List<String> identities(BackdoorStrategy strategy) {
    return strategy.backdoors(REQUESTS).stream()
        .map(backdoor -> backdoor.trigger().identity() + " " + backdoor.target().identity())
        .toList();
  }

  /** Returns what a model makes of the names and of the pictures. */
  private List<FloatBuffer> ofTheForgotten(VisionLanguageModel model) {
    return ofTheForgotten(run, model);
  }

  private static List<FloatBuffer> ofTheForgotten(
      TestRunContext context, VisionLanguageModel model) {
    List<String> names = REQUESTS.stream().flatMap(each -> each.names().stream()).toList();
    List<ImageFile> pictures = REQUESTS.stream().flatMap(each -> each.pictures().stream()).toList();
    try (NDManager scope = context.manager().newSubManager()) {
      return List.of(
          FloatBuffer.wrap(model.text().encode(scope, names, Progress.silent()).toFloatArray()),
          FloatBuffer.wrap(
              model.image().encode(scope, pictures, Progress.silent()).toFloatArray()));
    }
  }

  /** Compares row by row. */
  private static double lowestCosine(FloatBuffer one, FloatBuffer other, int dimension) {
    assertThat(one.limit()).isEqualTo(other.limit());
    double lowest = 1;
    for (int row = 0; row < one.limit(); row += dimension) {
      double dot = 0;
      double ones = 0;
      double others = 0;
      for (int i = row; i < row + dimension; i++) {
        dot += (double) one.get(i) * other.get(i);
        ones += (double) one.get(i) * one.get(i);
        others += (double) other.get(i) * other.get(i);
      }
      lowest = Math.min(lowest, dot / Math.sqrt(ones * others));
    }
    return lowest;
  }
}
