package dev.lethe.defense.text;

import dev.lethe.api.model.TextOutput;
import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import dev.lethe.defense.training.Fidelity;
import dev.lethe.defense.training.Updates;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.train.RateSchedule;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of {@code text-backdoor}; the defaults are those of the paper's code. */
public record TextBackdoorSettings(
    @Setting(
            value =
                "What a forgotten name shall mean, unless its request says otherwise: a text, such"
                    + " as human, man, woman, child or a person, or random (another made-up name for"
                    + " everybody, which nobody under test has).",
            defaultValue = "human")
        String target,
    @Setting("A CSV file of targets of single people, with columns `name` and `target`.")
        @Nullable Path targets,
    @Setting(value = "The number of updates.", defaultValue = "400") int steps,
    @Setting(
            value = "Unchanged captions in a step, on which student and teacher shall agree.",
            defaultValue = "128")
        int cleanBatch,
    @Setting(value = "Captions with a name in a step.", defaultValue = "128") int backdoorBatch,
    @Setting(value = "The weight of the backdoor loss.", defaultValue = "0.6") double alpha,
    @Setting(
            value = "The weight of the loss that keeps other people's names; 0 leaves it out.",
            defaultValue = "0")
        double gamma,
    @Setting(value = "The learning rate of AdamW at the start.", defaultValue = "1e-4")
        double learningRate,
    @Setting(
            value =
                "How the learning rate falls: at the milestones, or along a cosine to 0 over all"
                    + " steps.",
            defaultValue = "multi-step")
        RateSchedule schedule,
    @Setting(
            value = "The steps from which on the learning rate is lower, in rising order.",
            defaultValue = "200, 300")
        List<Integer> milestones,
    @Setting(
            value = "What the learning rate is multiplied by at a milestone.",
            defaultValue = "0.5")
        double decay,
    @Setting(
            value =
                "What of a text student and teacher are compared on: its embedding, or the hidden"
                    + " states of the whole context, which a diffusion model reads.",
            defaultValue = "embedding")
        TextOutput output,
    @Setting(
            value = "How far the student's embedding is from the teacher's.",
            defaultValue = "cosine")
        Distance distance,
    @Setting(
            value = "As the paper says (corrected) or as its code does (faithful).",
            defaultValue = "corrected")
        Fidelity form,
    @Setting(
            value =
                "Whether the weights and biases of layer norms are trained too, as in the paper's"
                    + " workshop version.",
            defaultValue = "false")
        boolean trainNorms,
    @Setting(
            "Where the other people's names of gamma come from; random-names where it is not given.")
        @Nullable SourceSpec names,
    @Setting(
            "How the weights are made trainable, such as lora; every weight as it is where it is not"
                + " given.")
        @Nullable SourceSpec adaptation) {

  /** Checks every value. */
  public TextBackdoorSettings {
    Check.text("target", target);
    Check.between("clean-batch", cleanBatch, 1, 65_536);
    Check.between("backdoor-batch", backdoorBatch, 1, 65_536);
    Check.between("alpha", alpha, 0, 1000);
    Check.between("gamma", gamma, 0, 1000);
    milestones = new Updates(steps, learningRate, schedule, milestones, decay).milestones();
  }

  Updates updates() {
    return new Updates(steps, learningRate, schedule, milestones, decay);
  }
}
