package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerFiles;
import java.util.List;

/** The configuration of a model that did not come from an OpenCLIP folder. */
final class NewConfig {
  /** Of the tokenizer that OpenCLIP brings itself. */
  private static final int OPEN_CLIP_VOCABULARY = 49408;

  private NewConfig() {}

  /** Returns the content of {@code open_clip_config.json}. */
  static ObjectNode of(
      Architecture architecture,
      VisionArchitecture vision,
      TextArchitecture text,
      Preprocessing preprocessing,
      TextInput texts) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode model = root.putObject("model_cfg");
    model.put("embed_dim", architecture.dimension());
    model.put("quick_gelu", architecture.activation() == Activation.QUICK_GELU);
    putVision(model.putObject("vision_cfg"), vision);
    putText(model.putObject("text_cfg"), text, texts);
    ObjectNode preprocess = root.putObject("preprocess_cfg");
    putAll(preprocess, "mean", preprocessing.mean());
    putAll(preprocess, "std", preprocessing.std());
    preprocess.put("size", preprocessing.size());
    preprocess.put("interpolation", "bicubic");
    preprocess.put("resize_mode", "shortest");
    return root;
  }

  private static void putText(ObjectNode node, TextArchitecture text, TextInput texts) {
    node.put("context_length", text.contextLength());
    node.put("vocab_size", text.vocabularySize());
    boolean lower = texts.cleaning() == Cleaning.LOWER;
    if (!lower || texts.files().tokenizer().size() != OPEN_CLIP_VOCABULARY) {
      // Any name makes OpenCLIP take the tokenizer out of the folder, not its own.
      node.put("hf_tokenizer_name", TokenizerFiles.TOKENIZER);
      if (lower) {
        node.putObject("tokenizer_kwargs").put("clean", "lower");
      }
    }
    Integer end = texts.end().token();
    if (end != null) {
      node.put("pool_type", "eos");
      node.put("eos_id", end);
    }
    node.put("heads", text.transformer().heads());
    putTransformer(node, text.transformer());
  }

  private static void putVision(ObjectNode node, VisionArchitecture vision) {
    node.put("image_size", vision.imageSize());
    if (vision instanceof VisionTransformer transformer) {
      TransformerShape blocks = transformer.transformer();
      node.put("patch_size", transformer.patchSize());
      node.put("head_width", blocks.width() / blocks.heads());
      putTransformer(node, blocks);
    } else if (vision instanceof ModifiedResNet resNet) {
      resNet.blocks().forEach(node.putArray("layers")::add);
      node.put("width", resNet.width());
      node.put("head_width", resNet.features() / resNet.heads());
    }
  }

  private static void putTransformer(ObjectNode node, TransformerShape shape) {
    node.put("width", shape.width());
    node.put("layers", shape.layers());
    node.put("mlp_ratio", ratio(shape.width(), shape.mlpWidth()));
  }

  /** OpenCLIP multiplies and rounds down, so the quotient may have to be the next number up. */
  private static double ratio(int width, int mlpWidth) {
    double ratio = (double) mlpWidth / width;
    return (int) (width * ratio) == mlpWidth ? ratio : Math.nextUp(ratio);
  }

  private static void putAll(ObjectNode node, String key, List<Double> values) {
    values.forEach(node.putArray(key)::add);
  }
}
