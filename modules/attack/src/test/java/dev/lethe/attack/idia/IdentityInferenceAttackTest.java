package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Workspace;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.attack.AttackModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.RecordedProgress;
import dev.lethe.testkit.TestDevice;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.measure.PicturePrivacyAttackContractTest;
import dev.lethe.testkit.measure.TestKnowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityInferenceAttackTest extends PicturePrivacyAttackContractTest {
  private static final List<String> PROMPTS = List.of("{0}", "a photo of {0}", "{0} in a suit");
  private static final List<String> CANDIDATES =
      List.of("Ida Moe", "Bo Carr", "Anna Lee", "Max Roy", "Zoe Quist", "Eva Holm", "Jo Ek");

  private final Map<Object, float[]> embedded = new HashMap<>();
  @TempDir private Path folder;

  @Override
  protected PrivacyAttack attack(TestRunContext context) {
    return attack(context, Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }

  @Test
  void bothTowersAreNeeded() {
    try (TestRunContext run = new TestRunContext(0)) {
      assertThat(attack(run).requires().components())
          .containsExactlyInAnyOrder(Component.TEXT, Component.IMAGE);
    }
  }

  @Test
  void theOutcomeIsThatOfAPlainComputation() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      List<Subject> subjects = new ArrayList<>();
      for (String name : CANDIDATES) {
        subjects.add(new Subject(name, true, new Pictures(pictures(subjects.size()))));
      }
      AttackResult result =
          attack(run, Map.of("prompts", PROMPTS, "threshold", 2))
              .attack(model, AttackTask.of(subjects, TestKnowledge.of(CANDIDATES, model)));
      List<Finding> findings = result.findings();
      List<VotesPanel.Person> people = ((VotesPanel) result.panels().get(0)).people();
      for (int s = 0; s < subjects.size(); s++) {
        int correct = 0;
        for (int p = 0; p < PROMPTS.size(); p++) {
          VotesPanel.Question question = people.get(s).questions().get(p);
          Map<String, Integer> votes = votes(model, pictures(s), PROMPTS.get(p));
          assertThat(question.text()).isEqualTo(PROMPTS.get(p));
          assertThat(question.before())
              .allSatisfy(vote -> assertThat(votes).containsEntry(vote.name(), vote.images()))
              .hasSameSizeAs(votes.keySet());
          correct += wins(subjects.get(s).name(), votes) ? 1 : 0;
        }
        assertThat(people.get(s).name()).isEqualTo(subjects.get(s).name());
        assertThat(findings.get(s).score()).isEqualTo(correct);
        assertThat(findings.get(s).recognized()).isEqualTo(correct >= 2);
      }
      assertThat(findings).anyMatch(f -> f.score() > 0).anyMatch(f -> f.score() == 0);
      assertThat(
              people.get(0).questions().get(0).before().stream()
                  .mapToInt(VotesPanel.Vote::images)
                  .sum())
          .isEqualTo(5);
    }
  }

  @Test
  void aDrawIsTheAttackOfSomebodyWhoHasNothingElse() {
    Map<String, Object> settings = new HashMap<>(Map.of("prompts", PROMPTS, "threshold", 2));
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      List<Subject> subjects = everybody().subList(0, 3);
      AttackTask task = AttackTask.of(subjects, TestKnowledge.of(CANDIDATES, model));
      AttackResult once = attack(run, settings).attack(model, task);
      Map<String, Object> drawing = new HashMap<>(settings);
      drawing.putAll(Map.of("draws", 4, "draw-images", 2, "draw-candidates", 5));
      AttackResult drawn = attack(run, drawing).attack(model, task);
      assertThat(once.repetitions()).isEmpty();
      assertThat(drawn.findings()).isEqualTo(once.findings());
      List<Draw> draws =
          new Draws(new IdiaSettings(2, PROMPTS, 4, 2, 5), run::seed)
              .of(
                  subjects.stream().map(Subject::name).toList(),
                  Draw.ofAll(new int[] {5, 5, 5}, CANDIDATES.size()),
                  new int[] {0, 1, 2});
      assertThat(drawn.repetitions()).hasSameSizeAs(draws);
      for (int d = 0; d < draws.size(); d++) {
        List<Subject> poorer = new ArrayList<>();
        for (int s = 0; s < subjects.size(); s++) {
          int first = 5 * s;
          List<ImageFile> pictures = pictures(s);
          poorer.add(
              new Subject(
                  subjects.get(s).name(),
                  true,
                  new Pictures(
                      Arrays.stream(draws.get(d).pictures().get(s))
                          .mapToObj(picture -> pictures.get(picture - first))
                          .toList())));
        }
        List<String> candidates =
            Arrays.stream(draws.get(d).names()).mapToObj(CANDIDATES::get).toList();
        assertThat(drawn.repetitions().get(d))
            .isEqualTo(
                attack(run, settings)
                    .attack(model, AttackTask.of(poorer, TestKnowledge.of(candidates, model)))
                    .findings());
      }
      assertThat(drawn.panels()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aSmallMemoryAsksForFewNamesAtATimeAndGetsTheSameVotes(int chunk) {
    try (TestRunContext plenty = new TestRunContext(0);
        VisionLanguageModel model = model(plenty.manager())) {
      Map<String, Object> settings = Map.of("prompts", PROMPTS);
      AttackTask task = AttackTask.of(everybody(), TestKnowledge.of(CANDIDATES, model));
      AttackResult atOnce = attack(plenty, settings).attack(model, task);
      try (TestRunContext small = new TestRunContext(0)) {
        RecordedProgress recorded = new RecordedProgress();
        Workspace little = new Workspace(null, memory(model, 35, chunk));
        assertThat(attack(small, settings).attack(model, task.with(little).with(recorded)))
            .isEqualTo(atOnce);
        assertThat(recorded.advances("asking for names"))
            .hasSize(PROMPTS.size() * ((CANDIDATES.size() + chunk - 1) / chunk))
            .allMatch(names -> names <= chunk);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"  %s", "%S", "as they are"})
  void namesThatTheModelReadsAlikeAreOneCandidate(String again) {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      PrivacyAttack attack = attack(run, Map.of("prompts", PROMPTS));
      AttackResult once =
          attack.attack(model, AttackTask.of(everybody(), TestKnowledge.of(CANDIDATES, model)));
      List<String> candidates = new ArrayList<>();
      CANDIDATES.forEach(name -> candidates.add(spelled(again, name)));
      candidates.addAll(CANDIDATES);
      candidates.addAll(CANDIDATES.subList(2, 5));
      RecordedProgress recorded = new RecordedProgress();
      AttackResult often =
          attack.attack(
              model,
              AttackTask.of(everybody(), TestKnowledge.of(candidates, model)).with(recorded));
      assertThat(often).isEqualTo(once);
      assertThat(recorded.advances("asking for names").stream().mapToLong(n -> n).sum())
          .isEqualTo((long) PROMPTS.size() * CANDIDATES.size());
    }
  }

  @Test
  void aSubjectIsFoundAmongTheCandidatesInAnySpelling() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      List<String> spelled = CANDIDATES.stream().map(name -> spelled("%S", name)).toList();
      PrivacyAttack attack = attack(run, Map.of("prompts", PROMPTS));
      assertThat(attack.attack(model, AttackTask.of(everybody(), TestKnowledge.of(spelled, model))))
          .isEqualTo(
              attack.attack(
                  model, AttackTask.of(everybody(), TestKnowledge.of(CANDIDATES, model))));
    }
  }

  private static String spelled(String form, String name) {
    return form.contains("%") ? form.formatted(name.replace(" ", "  ")) : name;
  }

  private static List<Subject> everybody() {
    List<Subject> subjects = new ArrayList<>();
    CANDIDATES.forEach(
        name -> subjects.add(new Subject(name, true, new Pictures(pictures(subjects.size())))));
    return subjects;
  }

  @Test
  void aMemoryThatHoldsNoNameIsRefusedWithTheSettingToChange() {
    try (TestRunContext plenty = new TestRunContext(0);
        VisionLanguageModel model = model(plenty.manager())) {
      AttackTask task =
          AttackTask.of(
                  List.of(new Subject("Anna Lee", true, new Pictures(pictures(0)))),
                  TestKnowledge.of(CANDIDATES, model))
              .with(new Workspace(null, memory(model, 5, 0)));
      assertThatThrownBy(() -> attack(plenty).attack(model, task))
          .isInstanceOf(LetheException.class)
          .hasMessageMatching(
              "expected .* MB of memory for asking for one name, found .* MB: raise max-memory.*");
    }
  }

  /** What suffices for so many names at a time, and not for twice as many. */
  private static ByteSize memory(VisionLanguageModel model, int pictures, int chunk) {
    int d = model.architecture().dimension();
    long row = (long) Float.BYTES * d;
    long half =
        TiledProducts.bytes(pictures, d, DeviceBatchLimits.of(TestDevice.chosen()).rows())
            + 2 * row * pictures
            + 4 * row * chunk;
    return new ByteSize(MemoryBudget.ENGINE + MemoryBudget.bytes(model) + 2 * half);
  }

  @Test
  void aSubjectWhoIsNoCandidateIsNamed() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      AttackTask task =
          AttackTask.of(
              List.of(new Subject("anna leo", true, new Pictures(pictures(0)))),
              TestKnowledge.of(CANDIDATES, model));
      assertThatThrownBy(() -> attack(run).attack(model, task))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("'anna leo' is attacked, but is not among the 7 candidate names");
    }
  }

  private static PrivacyAttack attack(TestRunContext context, Map<String, Object> settings) {
    return new InProcessExtensions(List.of(AttackModule::new))
        .open(context)
        .create(PrivacyAttack.class, "idia", settings, "attacks.idia");
  }

  private static List<ImageFile> pictures(int person) {
    List<ImageFile> pictures = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pictures.add(
          new TinyPicture(
              Shape.values()[person % 3], (person * 0x1f3d5b + i * 0x050301) & 0xffffff));
    }
    return pictures;
  }

  /** Compares picture by picture and name by name; each is embedded on its own. */
  private Map<String, Integer> votes(
      VisionLanguageModel model, List<ImageFile> pictures, String prompt) {
    List<float[]> texts =
        CANDIDATES.stream().map(name -> embed(model, prompt.replace("{0}", name))).toList();
    Map<String, Integer> votes = new HashMap<>();
    for (ImageFile picture : pictures) {
      votes.merge(CANDIDATES.get(nearest(embed(model, picture), texts)), 1, Integer::sum);
    }
    return votes;
  }

  private float[] embed(VisionLanguageModel model, Object textOrPicture) {
    return embedded.computeIfAbsent(
        textOrPicture,
        key -> {
          try (NDManager manager = NDManager.newBaseManager()) {
            return key instanceof ImageFile picture
                ? model.image().encode(manager, List.of(picture), Progress.silent()).toFloatArray()
                : model
                    .text()
                    .encode(manager, List.of(key.toString()), Progress.silent())
                    .toFloatArray();
          }
        });
  }

  private static int nearest(float[] image, List<float[]> texts) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < texts.size(); n++) {
      float[] text = texts.get(n);
      double cosine = dot(image, text) / Math.sqrt(dot(image, image) * dot(text, text));
      if (cosine > highest) {
        highest = cosine;
        best = n;
      }
    }
    return best;
  }

  private static boolean wins(String name, Map<String, Integer> votes) {
    return votes.containsKey(name)
        && votes.entrySet().stream()
            .allMatch(e -> e.getKey().equals(name) || e.getValue() < votes.get(name));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
