package dev.lethe.shell.result;

import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.engine.model.WeightHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model in words and numbers. */
public final class ModelDescription {
  /** The row of sentences that a person should read. */
  public static final String SUSPICIOUS = "suspicious";

  /** The row of the text encoders that are not read. */
  public static final String LEFT_OUT = "left-out";

  private ModelDescription() {}

  /**
   * Describes a model, in the order in which a person reads it.
   *
   * @param leftOut the text encoders of its checkpoint that are not the model's
   */
  public static Map<String, Object> of(VisionLanguageModel model, List<String> leftOut) {
    Map<String, Object> rows = new LinkedHashMap<>();
    ModelProvenance provenance = model.provenance();
    Architecture architecture = model.architecture();
    rows.put("format", provenance.format());
    if (provenance.sha256() != null) {
      rows.put("sha256", provenance.sha256());
    }
    rows.put("floats", names(provenance.floats()));
    rows.put("embedding", architecture.dimension());
    rows.put("activation", architecture.activation().name().toLowerCase(Locale.ROOT));
    if (architecture.vision() != null) {
      rows.put("image.size", architecture.vision().imageSize());
      vision(rows, architecture.vision());
      rows.put(
          "image.parameters",
          model.image().parameters().where(info -> info.role().trainable()).count());
      rows.put("image.mean", model.preprocessing().mean());
      rows.put("image.std", model.preprocessing().std());
    }
    if (architecture.text() != null) {
      rows.put("text.context", architecture.text().contextLength());
      rows.put("text.vocabulary", architecture.text().vocabularySize());
      shape(rows, "text", architecture.text().transformer());
      rows.put("text.projection", architecture.text().projected());
      rows.put("text.parameters", model.text().parameters().count());
    }
    if (!leftOut.isEmpty()) {
      rows.put(LEFT_OUT, leftOut);
    }
    List<String> suspicions = new ArrayList<>(provenance.warnings());
    WeightHealth health = WeightHealth.of(model);
    suspicions.addAll(health.faults());
    suspicions.addAll(health.doubts());
    if (!suspicions.isEmpty()) {
      rows.put(SUSPICIOUS, suspicions);
    }
    return rows;
  }

  private static List<String> names(List<FloatFormat> floats) {
    return floats.stream().map(format -> format.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static void vision(Map<String, Object> rows, VisionArchitecture vision) {
    if (vision instanceof VisionTransformer transformer) {
      rows.put("image.patch", transformer.patchSize());
      shape(rows, "image", transformer.transformer());
    } else if (vision instanceof ModifiedResNet resNet) {
      rows.put("image.blocks", resNet.blocks());
      rows.put("image.width", resNet.width());
      rows.put("image.heads", resNet.heads());
    }
  }

  private static void shape(Map<String, Object> rows, String tower, TransformerShape shape) {
    rows.put(tower + ".width", shape.width());
    rows.put(tower + ".layers", shape.layers());
    rows.put(tower + ".heads", shape.heads());
    rows.put(tower + ".mlp-width", shape.mlpWidth());
  }
}
