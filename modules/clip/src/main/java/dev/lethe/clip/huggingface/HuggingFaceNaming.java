package dev.lethe.clip.huggingface;

import dev.lethe.api.model.Component;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.checkpoint.Placement;
import dev.lethe.clip.model.ParameterSpec;
import dev.lethe.tensor.stored.TensorFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the transformers library, where query, key and value are three tensors and a
 * projection is a linear layer, so that its matrix is transposed.
 *
 * @param text what stands before the names of the text tower; empty where a newer version of the
 *     library has written that tower alone
 * @param logitScale what the temperature is where the file lacks it
 */
record HuggingFaceNaming(String text, double logitScale) implements Naming {
  private static final String TEXT = "text_model.";
  private static final String VISION = "vision_model.";
  private static final String POSITION_IDS = "embeddings.position_ids";

  /** What the names of a tower, of a tower alone and of what joins two begin with. */
  private static final Pattern MODEL =
      Pattern.compile(
          "(text_model|vision_model|text_projection|visual_projection|logit_scale|embeddings"
              + "|encoder|final_layer_norm|pre_layrnorm|post_layernorm)(\\.|$)");

  private static final Pattern BLOCK =
      Pattern.compile("transformer\\.resblocks\\.(\\d+)\\.(.+)[._](weight|bias)");

  private static final Map<String, String> IN_BLOCK =
      Map.of(
          "ln_1", "layer_norm1",
          "ln_2", "layer_norm2",
          "attn.out_proj", "self_attn.out_proj",
          "mlp.c_fc", "mlp.fc1",
          "mlp.c_proj", "mlp.fc2");

  private static final Map<String, String> OUTSIDE =
      Map.ofEntries(
          Map.entry("token_embedding.weight", "embeddings.token_embedding.weight"),
          Map.entry("positional_embedding", "embeddings.position_embedding.weight"),
          Map.entry("class_embedding", "embeddings.class_embedding"),
          Map.entry("conv1.weight", "embeddings.patch_embedding.weight"),
          Map.entry("ln_final.weight", "final_layer_norm.weight"),
          Map.entry("ln_final.bias", "final_layer_norm.bias"),
          Map.entry("ln_pre.weight", "pre_layrnorm.weight"), // as the library misspells it
          Map.entry("ln_pre.bias", "pre_layrnorm.bias"),
          Map.entry("ln_post.weight", "post_layernorm.weight"),
          Map.entry("ln_post.bias", "post_layernorm.bias"));

  /** The names that all versions of the library read. */
  static HuggingFaceNaming usual() {
    return new HuggingFaceNaming(TEXT, HuggingFaceConfig.USUAL_LOGIT_SCALE);
  }

  /** Finds out how the names of a file begin. */
  static HuggingFaceNaming of(TensorFile file, double logitScale) {
    boolean alone =
        file.entries().stream().anyMatch(tensor -> tensor.name().startsWith("embeddings."));
    return new HuggingFaceNaming(alone ? "" : TEXT, logitScale);
  }

  @Override
  public Placement place(ParameterSpec slot) {
    String name = slot.info().name();
    if (slot.info().role() == ParameterRole.LOGIT_SCALE) {
      return Placement.as(name);
    }
    boolean vision = slot.info().component().equals(Component.IMAGE);
    if (slot.info().role() == ParameterRole.PROJECTION) {
      return Placement.transposed(vision ? "visual_projection.weight" : "text_projection.weight");
    }
    String tower = vision ? VISION : text;
    String own = vision ? name.substring("visual.".length()) : name;
    Matcher block = BLOCK.matcher(own);
    return block.matches()
        ? inBlock(tower + "encoder.layers." + block.group(1) + ".", block.group(2), block.group(3))
        : Placement.as(tower + OUTSIDE.get(own));
  }

  private static Placement inBlock(String block, String layer, String kind) {
    if (layer.equals("attn.in_proj")) {
      List<String> names =
          Stream.of("q", "k", "v").map(p -> block + "self_attn." + p + "_proj." + kind).toList();
      return new Placement(names, false);
    }
    return Placement.as(block + IN_BLOCK.get(layer) + "." + kind);
  }

  /** Older versions have stored the numbers from 0 on; newer ones ignore them. */
  @Override
  public boolean carries(String name) {
    return name.equals(text + POSITION_IDS) || name.equals(VISION + POSITION_IDS);
  }

  @Override
  public @Nullable Double absent(ParameterSpec slot) {
    return slot.info().role() == ParameterRole.LOGIT_SCALE ? logitScale : null;
  }

  @Override
  public boolean ignores(String name) {
    return false;
  }

  @Override
  public boolean foreign(String name) {
    return !MODEL.matcher(name).lookingAt();
  }
}
