package dev.lethe.clip.openclip;

import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.checkpoint.Placement;
import dev.lethe.clip.model.Slot;
import dev.lethe.tensor.stored.TensorFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that OpenCLIP and OpenAI give.
 *
 * @param prefix what stands before every name
 */
public record OpenClipNaming(String prefix) implements Naming {
  /** What parallel training puts before every name. */
  private static final String PARALLEL = "module.";

  /** Counts the steps of a batch norm's training; nothing is computed with it. */
  private static final String COUNTER = ".num_batches_tracked";

  /** SigLIP's bias, which shifts all similarities alike. */
  private static final String LOGIT_BIAS = "logit_bias";

  /** What OpenAI's archives have beside the parameters, and what old versions have written. */
  private static final Set<String> IGNORED =
      Set.of("input_resolution", "context_length", "vocab_size", "attn_mask");

  /** Names as they are. */
  public static OpenClipNaming plain() {
    return new OpenClipNaming("");
  }

  /** Finds out whether the names of a file have the prefix of parallel training. */
  public static OpenClipNaming of(TensorFile file) {
    boolean parallel =
        file.entries().stream().allMatch(tensor -> tensor.name().startsWith(PARALLEL));
    return new OpenClipNaming(parallel ? PARALLEL : "");
  }

  /** Returns a stored name without what stands before it. */
  String own(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  @Override
  public Placement place(Slot slot) {
    return Placement.as(prefix + slot.info().name());
  }

  @Override
  public @Nullable String carriesAs(String name) {
    String own = own(name);
    return own.endsWith(COUNTER) || own.equals(LOGIT_BIAS) ? own : null;
  }

  @Override
  public @Nullable Double absent(Slot slot) {
    return null;
  }

  @Override
  public boolean ignores(String name) {
    String own = own(name);
    return IGNORED.contains(own) || own.endsWith(".attn_mask");
  }
}
