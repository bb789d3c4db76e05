package dev.lethe.evaluation;

import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.evaluation.change.Change;
import dev.lethe.evaluation.collateral.Collateral;
import dev.lethe.evaluation.collateral.CollateralSettings;
import dev.lethe.evaluation.faceleak.FaceLeak;
import dev.lethe.evaluation.faceleak.FaceLeakSettings;
import dev.lethe.evaluation.imagesimilarity.ImageSimilarity;
import dev.lethe.evaluation.imagesimilarity.ImageSimilaritySettings;
import dev.lethe.evaluation.retrieval.Retrieval;
import dev.lethe.evaluation.retrieval.RetrievalSettings;
import dev.lethe.evaluation.similarity.Similarity;
import dev.lethe.evaluation.similarity.SimilaritySettings;
import dev.lethe.evaluation.zeroshot.ZeroShot;
import dev.lethe.evaluation.zeroshot.ZeroShotSettings;

/** Offers the evaluations that are always there. */
@Plugin
public final class EvaluationModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Evaluation.class, "zero-shot", ZeroShot.class, ZeroShotSettings.class);
    provide(Evaluation.class, "similarity", Similarity.class, SimilaritySettings.class);
    provide(Evaluation.class, "retrieval", Retrieval.class, RetrievalSettings.class);
    provide(Evaluation.class, "face-leak", FaceLeak.class, FaceLeakSettings.class);
    provide(
        Evaluation.class, "image-similarity", ImageSimilarity.class, ImageSimilaritySettings.class);
    provide(Evaluation.class, "change", Change.class);
    provide(Evaluation.class, "collateral", Collateral.class, CollateralSettings.class);
  }
}
