package dev.lethe.forgetting.run;

import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.forgetting.plan.ForgettingInputs;
import dev.lethe.forgetting.plan.PlannedData;
import java.util.List;

/** Gives strategies and evaluations what they require, and no more. */
final class MethodData {
  private MethodData() {}

  /**
   * Returns what a strategy trains on.
   *
   * @param forgotten the names of those who are forgotten
   */
  static TrainingData training(
      ForgettingInputs inputs, Requirements requirements, List<String> forgotten) {
    PlannedData data = inputs.data();
    TrainingData given = TrainingData.none();
    if (requirements.include(Need.CAPTIONS)) {
      given = given.withCaptions(data.trainingCaptions());
    }
    if (requirements.include(Need.IMAGES)) {
      given = given.withImages(data.trainingImages().stream().map(Captioned::image).toList());
    }
    if (requirements.include(Need.RETAINED)) {
      given = given.withRetained(inputs.retained(forgotten));
    }
    if (requirements.include(Need.PEOPLE)) {
      given = given.withPeople(inputs.audience().apart());
    }
    if (requirements.include(Need.PICTURES)) {
      given = given.withAttacked(inputs.audience().attacked());
    }
    return given;
  }

  /** Returns what an evaluation measures with. */
  static EvaluationData evaluation(ForgettingInputs inputs, Requirements requirements) {
    PlannedData data = inputs.data();
    EvaluationData given = EvaluationData.none();
    if (requirements.include(Need.CAPTIONS)) {
      given = given.withCaptions(data.heldOutCaptions());
    }
    if (requirements.include(Need.IMAGES)) {
      given = given.withImages(data.heldOutImages());
    }
    if (requirements.include(Need.PICTURES)) {
      given = given.withPeople(inputs.audience().attacked());
    }
    return given;
  }
}
