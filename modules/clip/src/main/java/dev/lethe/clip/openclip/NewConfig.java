package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.FastTokenizer;
import dev.lethe.clip.text.TokenizerFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The configuration of a new model: enough for OpenCLIP and for the tokenizer that it takes from
 * the transformers library.
 *
 * @param root the content of {@code open_clip_config.json}
 * @param tokenizerConfig the content of {@code tokenizer_config.json}
 * @param endId the end token, with which OpenCLIP then pads: it pools at the first of the highest
 *     id
 */
record NewConfig(ObjectNode root, byte[] tokenizerConfig, int endId) {
  static NewConfig of(
      int dimension,
      Activation activation,
      VisionArchitecture vision,
      TextArchitecture text,
      Preprocessing preprocessing,
      TokenizerFile tokenizer) {
    int[] around;
    try (FastTokenizer opened =
        FastTokenizer.open(tokenizer, Cleaning.WHITESPACE, text.contextLength())) {
      around = opened.encode("");
    }
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode model = root.putObject("model_cfg");
    model.put("embed_dim", dimension);
    model.put("quick_gelu", activation == Activation.QUICK_GELU);
    ObjectNode visionNode = model.putObject("vision_cfg");
    putVision(visionNode, vision);
    ObjectNode textNode = model.putObject("text_cfg");
    textNode.put("context_length", text.contextLength());
    textNode.put("vocab_size", text.vocabularySize());
    // Any name makes OpenCLIP take the tokenizer out of the folder itself.
    textNode.put("hf_tokenizer_name", "tokenizer.json");
    textNode.put("heads", text.transformer().heads());
    putTransformer(textNode, text.transformer());
    ObjectNode preprocess = root.putObject("preprocess_cfg");
    putAll(preprocess, "mean", preprocessing.mean());
    putAll(preprocess, "std", preprocessing.std());
    preprocess.put("size", preprocessing.size());
    preprocess.put("interpolation", "bicubic");
    preprocess.put("resize_mode", "shortest");
    return new NewConfig(
        root,
        tokenizerConfig(text, tokenizer.token(around[0]), tokenizer.token(around[1])),
        around[1]);
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

  private static byte[] tokenizerConfig(TextArchitecture text, String start, String end) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("tokenizer_class", "PreTrainedTokenizerFast");
    config.put("bos_token", start);
    config.put("eos_token", end);
    config.put("pad_token", end);
    config.put("model_max_length", text.contextLength());
    return (config.toPrettyString() + "\n").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
  }
}
