package dev.lethe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.demo.tokenizer.TokenizerWriter;
import dev.lethe.demo.tokenizer.Vocabulary;
import dev.lethe.demo.tokenizer.VocabularyLearner;
import dev.lethe.demo.world.TrainingSet;
import dev.lethe.io.IoFailure;
import dev.lethe.tensor.loss.ContrastiveLoss;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trains a CLIP from scratch: a vocabulary of the captions, random weights, contrastive steps. */
public final class DemoTraining {
  private static final int STEPS_BETWEEN_SAVES = 100;

  private final ModelFactory factory;
  private final DemoModelSettings model;
  private final TrainingSettings settings;
  private final long seed;

  /** Creates a training; a seed gives the same model again. */
  public DemoTraining(
      ModelFactory factory, DemoModelSettings model, TrainingSettings settings, long seed) {
    this.factory = factory;
    this.model = model;
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * Trains, and goes on where a killed training stopped.
   *
   * @param manager the parent of all memory
   * @param training pictures and captions
   * @param work an existing folder for what must outlive a killed training
   * @return the model, to be closed, and how its loss fell
   */
  public Trained run(NDManager manager, TrainingSet training, Path work, Progress progress) {
    if (training.pictureSize() % model.patchSize() != 0) {
      throw new UsageException(
          "demo.model.patch-size must divide the %d pixels of the pictures (got %d)"
              .formatted(training.pictureSize(), model.patchSize()));
    }
    VisionLanguageModel untrained = create(manager, training, work.resolve("tokenizer.json"));
    try {
      return new Trained(untrained, train(manager, untrained, training, work, progress));
    } catch (RuntimeException e) {
      untrained.close();
      throw e;
    }
  }

  private VisionLanguageModel create(NDManager manager, TrainingSet training, Path tokenizer) {
    List<String> texts = training.captions().stream().flatMap(List::stream).toList();
    Vocabulary vocabulary = new VocabularyLearner(model.vocabulary()).learn(texts);
    try {
      TokenizerWriter.write(vocabulary, tokenizer);
    } catch (IOException e) {
      throw IoFailure.cannotWrite(tokenizer, e);
    }
    return factory.create(
        manager,
        model.architecture(training.pictureSize(), vocabulary.size()),
        Preprocessing.clip(training.pictureSize()),
        tokenizer,
        seed);
  }

  private TrainingHistory train(
      NDManager parent,
      VisionLanguageModel untrained,
      TrainingSet training,
      Path work,
      Progress progress) {
    Map<String, int[]> tokens = tokens(training, untrained.text().tokenizer());
    try (NDManager manager = parent.newSubManager();
        TrainableEncoder<NDArray> image = untrained.image().trainable();
        TrainableEncoder<List<int[]>> text = untrained.text().trainable(tokens.values());
        ContrastiveLoss loss = ContrastiveLoss.compile(manager)) {
      Epochs epochs = new Epochs(training.captions(), settings.batch(), seed);
      Parameter scale = untrained.logitScale();
      ContrastiveStep step =
          new ContrastiveStep(
              epochs,
              new Pictures(manager, training, untrained.image()),
              tokens,
              image,
              text,
              scale.value(),
              loss);
      List<Parameter> trained = new ArrayList<>(image.parameters().list());
      trained.addAll(text.parameters().list());
      trained.add(scale);
      TrainingPlan plan = plan(settings.epochs() * epochs.stepsPerEpoch(), work);
      TrainingHistory history =
          new TrainingLoop(plan, new ParameterSet(trained), progress).run(manager, step);
      image.commit(untrained.image());
      text.commit(untrained.text());
      scale.value().setRequiresGradient(false);
      return history;
    }
  }

  private TrainingPlan plan(int steps, Path work) {
    int rise = Math.min(settings.warmUp(), steps);
    return new TrainingPlan(
        "training the demo's model",
        steps,
        LearningRate.warmUpThenCosine(settings.learningRate(), rise, steps),
        0,
        new TrainingPlan.State(
            work.resolve("training.state"),
            STEPS_BETWEEN_SAVES,
            settings + " " + model + " " + seed));
  }

  private static Map<String, int[]> tokens(TrainingSet training, Tokenizer tokenizer) {
    List<String> texts = training.captions().stream().flatMap(List::stream).distinct().toList();
    List<int[]> ids = tokenizer.encode(texts);
    Map<String, int[]> tokens = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      tokens.put(texts.get(i), ids.get(i));
    }
    return tokens;
  }

  /** A trained model and how it became so. */
  public record Trained(VisionLanguageModel model, TrainingHistory history) {}
}
