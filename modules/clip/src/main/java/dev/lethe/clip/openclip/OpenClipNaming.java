package dev.lethe.clip.openclip;

import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.checkpoint.Placement;
import dev.lethe.clip.model.ParameterSpec;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that OpenCLIP and OpenAI give. */
record OpenClipNaming() implements Naming {
  /** SigLIP's bias, which shifts all similarities alike. */
  static final String LOGIT_BIAS = "logit_bias";

  /** Counts the steps of a batch norm's training; nothing is computed with it. */
  private static final String COUNTER = ".num_batches_tracked";

  /** What the names of a tower, and of what joins the two, begin with. */
  private static final Pattern MODEL =
      Pattern.compile(
          "(visual|text|transformer|token_embedding|positional_embedding|ln_final|text_projection"
              + "|logit_scale|logit_bias|text_decoder|cls_emb)(\\.|$)");

  /** What OpenAI's archives have beside the parameters, and what old versions have written. */
  private static final Set<String> IGNORED =
      Set.of("input_resolution", "context_length", "vocab_size", "attn_mask");

  @Override
  public Placement place(ParameterSpec slot) {
    return Placement.as(slot.info().name());
  }

  @Override
  public boolean carries(String name) {
    return name.endsWith(COUNTER) || name.equals(LOGIT_BIAS);
  }

  @Override
  public @Nullable Double absent(ParameterSpec slot) {
    return null;
  }

  @Override
  public boolean ignores(String name) {
    return IGNORED.contains(name) || name.endsWith(".attn_mask");
  }

  @Override
  public boolean foreign(String name) {
    return !MODEL.matcher(name).lookingAt();
  }
}
