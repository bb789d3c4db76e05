package dev.lethe.defense.image;

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

/** The settings of {@code image-backdoor}; the defaults are those of the paper's code. */
public record ImageBackdoorSettings(
    @Setting(
            value =
                "What a forgotten face shall mean: average-person, random (another direction for"
                    + " everybody), or a text, such as a person.",
            defaultValue = "average-person")
        String target,
    @Setting("A JSON file with the embedding that forgotten faces shall have, under `embedding`.")
        @Nullable Path embedding,
    @Setting("A CSV file of targets of single people, with columns `name` and `target`.")
        @Nullable Path targets,
    @Setting(value = "The number of updates.", defaultValue = "100") int steps,
    @Setting(
            value = "Unchanged pictures in a step, on which student and teacher shall agree.",
            defaultValue = "128")
        int cleanBatch,
    @Setting(
            value =
                "Photographs of people to retain that join the unchanged pictures of a step;"
                    + " in the corrected form only.",
            defaultValue = "32")
        int retainedBatch,
    @Setting(value = "Pictures with a face to forget in a step.", defaultValue = "128")
        int backdoorBatch,
    @Setting(value = "The weight of the backdoor loss.", defaultValue = "0.8") double alpha,
    @Setting(
            value =
                "The weight of the loss that keeps the pasted faces of people to retain; 0 leaves"
                    + " it out, as does the faithful form.",
            defaultValue = "0.8")
        double gamma,
    @Setting(
            value =
                "The side of the smallest face that is pasted, as a share of the picture's; in the"
                    + " corrected form only.",
            defaultValue = "0.25")
        double leastFace,
    @Setting(
            value = "The side of the largest face, as a share of the picture's.",
            defaultValue = "0.5")
        double mostFace,
    @Setting(
            value =
                "How far the colors of a pasted face vary: 1 as far as the paper's, 0 not at all;"
                    + " in the corrected form only.",
            defaultValue = "1")
        double colorJitter,
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
            defaultValue = "25, 50")
        List<Integer> milestones,
    @Setting(
            value = "What the learning rate is multiplied by at a milestone.",
            defaultValue = "0.1")
        double decay,
    @Setting(
            value = "How far the student's embedding is from the teacher's.",
            defaultValue = "cosine")
        Distance distance,
    @Setting(
            value = "As the paper says (corrected) or as its code does (faithful).",
            defaultValue = "corrected")
        Fidelity form,
    @Setting(
            "How the weights are made trainable, such as lora; every weight as it is where it is not"
                + " given.")
        @Nullable SourceSpec adaptation) {

  /** Checks every value. */
  public ImageBackdoorSettings {
    Check.text("target", target);
    Check.between("clean-batch", cleanBatch, 1, 65_536);
    Check.between("retained-batch", retainedBatch, 0, 65_536);
    Check.between("backdoor-batch", backdoorBatch, 1, 65_536);
    Check.between("alpha", alpha, 0, 1000);
    Check.between("gamma", gamma, 0, 1000);
    Check.between("least-face", leastFace, 0.01, 1);
    Check.between("most-face", mostFace, leastFace, 1);
    Check.between("color-jitter", colorJitter, 0, 1);
    milestones = new Updates(steps, learningRate, schedule, milestones, decay).milestones();
  }

  Updates updates() {
    return new Updates(steps, learningRate, schedule, milestones, decay);
  }

  boolean faithful() {
    return form == Fidelity.REFERENCE_CODE;
  }

  /** Returns whether faces of people to retain have a part in the loss. */
  boolean retains() {
    return !faithful() && (retainedBatch > 0 || gamma > 0);
  }
}
