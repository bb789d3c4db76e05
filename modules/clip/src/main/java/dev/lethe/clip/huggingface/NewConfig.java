package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerConfig;
import dev.lethe.tensor.stored.StoredType;

/** The content of {@code config.json} for a model that did not bring one. */
final class NewConfig {
  private NewConfig() {}

  /** Describes a model with both towers. */
  static ObjectNode whole(
      Architecture architecture,
      VisionTransformer vision,
      TextArchitecture text,
      TextInput texts,
      StoredForm form) {
    ObjectNode root = root("clip", "CLIPModel", form);
    root.put("projection_dim", architecture.dimension());
    ObjectNode textNode = root.putObject("text_config").put("model_type", "clip_text_model");
    putText(textNode, architecture, text, texts);
    ObjectNode visionNode = root.putObject("vision_config").put("model_type", "clip_vision_model");
    visionNode.put("image_size", vision.imageSize());
    visionNode.put("patch_size", vision.patchSize());
    visionNode.put("projection_dim", architecture.dimension());
    putLayers(visionNode, vision.transformer(), architecture.activation());
    return root;
  }

  /** Describes the text tower alone, without its projection. */
  static ObjectNode textAlone(
      Architecture architecture, TextArchitecture text, TextInput texts, StoredForm form) {
    ObjectNode root = root("clip_text_model", "CLIPTextModel", form);
    putText(root, architecture, text, texts);
    return root;
  }

  /** Without a type the library reads all tensors in that of the first, which may hold less. */
  private static ObjectNode root(String type, String architecture, StoredForm form) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putArray("architectures").add(architecture);
    root.put("torch_dtype", dtype(form.holdingAll()));
    return root.put("model_type", type);
  }

  private static String dtype(StoredType type) {
    return switch (type) {
      case F64 -> "float64";
      case F16 -> "float16";
      case BF16 -> "bfloat16";
      default -> "float32";
    };
  }

  private static void putText(
      ObjectNode node, Architecture model, TextArchitecture text, TextInput texts) {
    int[] around = TokenizerConfig.around(texts.files().tokenizer(), text.contextLength());
    Integer end = texts.end().token();
    node.put("vocab_size", text.vocabularySize());
    if (text.unread() > 0) {
      node.put(TextSection.UNREAD, text.unread());
    }
    node.put("max_position_embeddings", text.contextLength());
    node.put("projection_dim", model.dimension());
    node.put("bos_token_id", around[0]);
    node.put("eos_token_id", end == null ? around[1] : end);
    node.put("pad_token_id", texts.paddingId());
    putLayers(node, text.transformer(), model.activation());
  }

  private static void putLayers(ObjectNode node, TransformerShape shape, Activation activation) {
    node.put("hidden_size", shape.width());
    node.put("intermediate_size", shape.mlpWidth());
    node.put("num_hidden_layers", shape.layers());
    node.put("num_attention_heads", shape.heads());
    HiddenAct.write(node, activation);
    node.put("layer_norm_eps", 1e-5);
  }
}
