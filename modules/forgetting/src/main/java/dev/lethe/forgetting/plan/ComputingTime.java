package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.method.Cost;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.model.PlannedModel;

/** How much the attacks and the trainings of a run compute, by what they say they cost. */
final class ComputingTime {
  private static final int BYTES_PER_WEIGHT = 4;

  /** A prompt has about 8 tokens, a picture about 50 patches, a caption about 15 tokens. */
  private static final double TOKENS_PER_PROMPT = 8;

  private static final double TOKENS_PER_PICTURE = 50;
  private static final double TOKENS_PER_CAPTION = 15;

  /** Weights that every token meets, of all: those of the blocks, as ViT-B/32 shares them out. */
  private static final double TEXT_SHARE = 0.25;

  private static final double IMAGE_SHARE = 0.6;

  /** Of a text tower alone, which has the embeddings of a vocabulary beside its blocks. */
  private static final double ALONE_SHARE = 0.7;

  private ComputingTime() {}

  /** Pictures that attacks embed are embedded once, since their embeddings are kept. */
  static double flop(ForgettingInputs inputs) {
    double flop = 0;
    long pictures = 0;
    for (PlannedDefense defense : inputs.defenses()) {
      Cost cost = defense.strategy().extension().cost(inputs.workload());
      flop += texts(inputs.model(), cost) + pictures(inputs.model(), cost, cost.pictures());
    }
    for (Planned<PrivacyAttack> attack : inputs.attacks()) {
      Cost cost = attack.extension().cost(inputs.workload());
      int times = times(attack.extension().timing(), !inputs.defenses().isEmpty());
      flop += times * texts(inputs.model(), cost);
      if (trains(cost)) {
        flop += times * pictures(inputs.model(), cost, cost.pictures());
      } else {
        pictures = Math.max(pictures, cost.pictures());
      }
    }
    return flop + pictures(inputs.model(), Cost.none(), pictures);
  }

  private static int times(Timing timing, boolean defended) {
    return switch (timing) {
      case BEFORE -> 1;
      case AFTER -> defended ? 1 : 0;
      case BEFORE_AND_AFTER -> defended ? 2 : 1;
    };
  }

  private static double texts(PlannedModel model, Cost cost) {
    boolean both = model.towers().size() > 1;
    double met = weights(model) * (both ? TEXT_SHARE : ALONE_SHARE);
    return passes(cost)
        * met
        * (trains(cost) ? TOKENS_PER_CAPTION : TOKENS_PER_PROMPT)
        * cost.texts();
  }

  private static double pictures(PlannedModel model, Cost cost, long pictures) {
    return passes(cost) * weights(model) * IMAGE_SHARE * TOKENS_PER_PICTURE * pictures;
  }

  /** 2 for a weight and token; 8 in training: the teacher's pass, the student's, and back. */
  private static int passes(Cost cost) {
    return trains(cost) ? 8 : 2;
  }

  private static boolean trains(Cost cost) {
    return cost.steps() > 0;
  }

  private static double weights(PlannedModel model) {
    return model.bytes() / (double) BYTES_PER_WEIGHT;
  }
}
