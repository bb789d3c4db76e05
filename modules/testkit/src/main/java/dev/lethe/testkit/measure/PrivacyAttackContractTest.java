package dev.lethe.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Evidence;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.Knowledge;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.method.Need;
import dev.lethe.api.model.Model;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PrivacyAttack} must do, whatever it attacks with. For one that has pictures of
 * people there is {@link PicturePrivacyAttackContractTest}.
 */
public abstract class PrivacyAttackContractTest {
  private static final List<String> CANDIDATES =
      List.of("Ida Moe", "Bo Carr", "Anna Lee", "Max Roy", "Zoe Quist", "Eva Holm");

  /** The run that attacks belong to. */
  protected final TestRunContext run = new TestRunContext(0);

  /** The model to attack. */
  protected Model model;

  /** For subclasses. */
  protected PrivacyAttackContractTest() {}

  /** Creates an attack, a new one with the same settings at each call. */
  protected abstract PrivacyAttack attack(TestRunContext context);

  /** Creates a small model of the kind that the attack requires. */
  protected abstract Model model(NDManager manager);

  /** Creates what the attacker has of one of three subjects, from 0. */
  protected abstract Evidence evidence(int subject);

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
  void findingsAreThoseOfTheSubjectsInTheirOrder() {
    List<Finding> findings = result().findings();
    assertThat(findings).extracting(Finding::subject).isEqualTo(names());
    assertThat(findings).extracting(Finding::member).containsExactly(true, false, true);
    assertThat(findings).extracting(Finding::score).allSatisfy(x -> assertThat(x).isFinite());
  }

  @Test
  void panelsNameThemselvesAndNobodyElse() {
    for (var panel : result().panels()) {
      assertThat(panel.title()).isNotBlank();
      assertThat(CANDIDATES)
          .allSatisfy(name -> assertThat(panel.title() + panel.explanation()).doesNotContain(name));
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
  void nothingIsTakenThatIsNotRequired() {
    Noted noted = new Noted(TestKnowledge.of(CANDIDATES, model), new HashSet<>());
    attack(run).attack(model, AttackTask.of(subjects(), noted));
    assertThat(attack(run).requires().needs()).containsAll(noted.taken());
  }

  @Test
  void metricsAreWithinTheirBoundsWhoeverIsForgotten() {
    PrivacyAttack attack = attack(run);
    AttackResult result = result();
    assertThat(attack.metrics(result, Cohorts.none())).isNotEmpty();
    Soundness.require(attack.metrics(result, Cohorts.none()));
    Soundness.require(attack.metrics(result, forgotten(List.of("Zoe Quist"))));
    Soundness.require(attack.metrics(result, forgotten(names())));
  }

  @Test
  void metricsExistEvenWhereNobodyIsANonMember() {
    List<Subject> members = List.of(subjects().get(0), subjects().get(2));
    PrivacyAttack attack = attack(run);
    AttackResult result = attack.attack(model, task(members));
    Soundness.require(attack.metrics(result, Cohorts.none()));
  }

  @Test
  void evidenceThatItCannotReadIsRefused() {
    record Nothing() implements Evidence {}
    List<Subject> unknown = List.of(new Subject("Anna Lee", true, new Nothing()));
    assertThatThrownBy(() -> attack(run).attack(model, task(unknown)))
        .isInstanceOf(LetheException.class);
  }

  /** Attacks the model. */
  protected final AttackResult result() {
    return attack(run).attack(model, task(subjects()));
  }

  /** Returns the task to attack subjects. */
  protected final AttackTask task(List<Subject> subjects) {
    return AttackTask.of(subjects, TestKnowledge.of(CANDIDATES, model));
  }

  /** Returns three subjects, of whom the first and the last are members. */
  protected final List<Subject> subjects() {
    return List.of(
        new Subject("Zoe Quist", true, evidence(0)),
        new Subject("Anna Lee", false, evidence(1)),
        new Subject("Bo Carr", true, evidence(2)));
  }

  private List<String> names() {
    return subjects().stream().map(Subject::name).toList();
  }

  private static Cohorts forgotten(List<String> names) {
    return Cohorts.none().with(Cohorts.FORGOTTEN, names);
  }

  /** Notes what is taken. */
  private record Noted(Knowledge all, Set<Need> taken) implements Knowledge {

    @Override
    public List<String> candidates() {
      taken.add(Need.CANDIDATES);
      return all.candidates();
    }

    @Override
    public List<String> names(int count) {
      taken.add(Need.NAMES);
      return all.names(count);
    }

    @Override
    public List<String> captions() {
      taken.add(Need.CAPTIONS);
      return all.captions();
    }

    @Override
    public Model original() {
      taken.add(Need.ORIGINAL);
      return all.original();
    }
  }
}
