package dev.lethe.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.PersonOutcome;
import dev.lethe.api.attack.PersonOutcome.PromptOutcome;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.Weights;
import dev.lethe.testkit.WithoutTower;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PrivacyAttack} must do. */
public abstract class PrivacyAttackContractTest {
  private static final List<Subject> SUBJECTS =
      List.of(
          subject("Zoe Quist", true, Shape.DISC),
          subject("Anna Lee", false, Shape.CROSS),
          subject("Bo Carr", true, Shape.SQUARE));
  private static final List<String> CANDIDATES =
      List.of("Ida Moe", "Bo Carr", "Anna Lee", "Max Roy", "Zoe Quist", "Eva Holm");

  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel model;

  /** For subclasses. */
  protected PrivacyAttackContractTest() {}

  /** Creates an attack, a new one with the same settings at each call. */
  protected abstract PrivacyAttack attack(TestRunContext context);

  /** Creates a small model with both towers. */
  protected abstract VisionLanguageModel model(NDManager manager);

  @BeforeEach
  void createModel() {
    model = model(run.manager());
  }

  @AfterEach
  void free() {
    model.close();
    run.close();
  }

  @Test
  void outcomesAreThoseOfTheSubjectsInTheirOrder() {
    List<PersonOutcome> people = result().people();
    assertThat(people).extracting(PersonOutcome::name).isEqualTo(names());
    assertThat(people).extracting(PersonOutcome::member).containsExactly(true, false, true);
  }

  @Test
  void everyoneIsAskedForWithTheSamePrompts() {
    List<PersonOutcome> people = result().people();
    List<String> prompts = prompts(people.get(0));
    assertThat(people).allSatisfy(person -> assertThat(prompts(person)).isEqualTo(prompts));
    assertThat(people)
        .allSatisfy(
            person ->
                assertThat(person.correct())
                    .isEqualTo(person.prompts().stream().filter(PromptOutcome::correct).count()));
  }

  @Test
  void votesAreForCandidatesAndAtMostOneFromEachPicture() {
    for (PersonOutcome person : result().people()) {
      for (PromptOutcome prompt : person.prompts()) {
        assertThat(prompt.votes()).allMatch(vote -> CANDIDATES.contains(vote.name()));
        assertThat(prompt.votes().stream().mapToInt(vote -> vote.images()).sum())
            .isLessThanOrEqualTo(SUBJECTS.get(0).images().size());
      }
    }
  }

  @Test
  void theSameInputGivesTheSameResult() {
    assertThat(result()).isEqualTo(result());
  }

  @Test
  void theModelStaysAsItIs() {
    var before = Weights.of(model);
    result();
    assertThat(Weights.of(model)).isEqualTo(before);
  }

  @Test
  void metricsAreWithinTheirBoundsWhoeverIsForgotten() {
    PrivacyAttack attack = attack(run);
    AttackResult result = result();
    assertThat(attack.metrics(result, Set.of())).isNotEmpty();
    Soundness.require(attack.metrics(result, Set.of()));
    Soundness.require(attack.metrics(result, Set.of("Zoe Quist")));
    Soundness.require(attack.metrics(result, Set.copyOf(names())));
  }

  @Test
  void metricsExistEvenWhereNobodyIsANonMember() {
    List<Subject> members = List.of(SUBJECTS.get(0), SUBJECTS.get(2));
    PrivacyAttack attack = attack(run);
    AttackResult result = attack.attack(model, task(members));
    Soundness.require(attack.metrics(result, Set.of()));
  }

  @Test
  void aModelWithoutATowerThatIsNeededIsRefused() {
    for (Component tower : attack(run).requires().components()) {
      WithoutTower half = new WithoutTower(model, tower);
      assertThatThrownBy(() -> attack(run).attack(half, task(SUBJECTS)))
          .isInstanceOf(LetheException.class);
    }
  }

  private AttackResult result() {
    return attack(run).attack(model, task(SUBJECTS));
  }

  private AttackTask task(List<Subject> subjects) {
    return new AttackTask(subjects, CANDIDATES, model, Progress.silent());
  }

  private static List<String> names() {
    return SUBJECTS.stream().map(Subject::name).toList();
  }

  private static List<String> prompts(PersonOutcome person) {
    return person.prompts().stream().map(PromptOutcome::prompt).toList();
  }

  private static Subject subject(String name, boolean member, Shape shape) {
    List<ImageFile> pictures =
        List.of(new TinyPicture(shape, 0xaa3311), new TinyPicture(shape, 0x1133aa));
    return new Subject(name, member, pictures);
  }
}
