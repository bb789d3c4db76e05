package dev.lethe.forgetting;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An attack that opens towers for training, and counts the parameters that it can follow. */
@Summary("Opens towers for training, and counts their parameters.")
final class WhiteBox implements PrivacyAttack {
  private final WhiteBoxSettings settings;

  /** Settings of {@link WhiteBox}. */
  public record WhiteBoxSettings(
      @Setting(value = "Whether it says that it needs gradients.", defaultValue = "true")
          boolean says,
      @Setting(value = "Whether it opens the image tower.", defaultValue = "false")
          boolean pictures) {}

  @Inject
  WhiteBox(WhiteBoxSettings settings) {
    this.settings = settings;
  }

  @Override
  public Requirements requires() {
    Requirements model =
        Requirements.of(
            VisionLanguageModel.class, settings.pictures() ? Component.IMAGE : Component.TEXT);
    return settings.says() ? model.and(Need.GRADIENTS) : model;
  }

  @Override
  public AttackResult attack(Model model, AttackTask task) {
    VisionLanguageModel both = model.as(VisionLanguageModel.class);
    int parameters = settings.pictures() ? image(both) : text(both.text(), task);
    List<Finding> findings = new ArrayList<>();
    task.subjects().forEach(s -> findings.add(new Finding(s.name(), s.member(), parameters, true)));
    return new AttackResult(findings, List.of());
  }

  private static int image(VisionLanguageModel model) {
    try (TrainableEncoder<NDArray> tower = model.image().trainable()) {
      return tower.parameters().list().size();
    }
  }

  private static int text(TextEncoder text, AttackTask task) {
    Collection<int[]> names =
        text.tokenizer().encode(task.subjects().stream().map(subject -> subject.name()).toList());
    try (TrainableEncoder<List<int[]>> tower = text.trainable(names)) {
      return tower.parameters().list().size();
    }
  }

  @Override
  public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
    Metric metric =
        new Metric(
            "white-box.parameters",
            Metric.Unit.COUNT,
            Metric.Direction.NEITHER,
            "How many parameters can be followed.");
    return List.of(MetricValue.of(metric, (int) result.findings().get(0).score()));
  }
}
