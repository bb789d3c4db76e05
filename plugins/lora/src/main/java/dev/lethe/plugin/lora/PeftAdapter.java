package dev.lethe.plugin.lora;

import dev.lethe.api.defense.Artifact;
import dev.lethe.api.model.Parameter;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import dev.lethe.io.json.Json;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Low-rank changes as the PEFT library keeps them: {@code adapter_config.json} and {@code
 * adapter_model.safetensors}. It names every layer in full, since a bare {@code q_proj} would mean
 * those of both towers.
 */
final class PeftAdapter implements Artifact {
  private static final String PREFIX = "base_model.model.";

  private final Map<String, Object> config;
  private final Map<String, TensorContent> tensors;

  private PeftAdapter(Map<String, Object> config, Map<String, TensorContent> tensors) {
    this.config = config;
    this.tensors = tensors;
  }

  /** Copies the changes as they are now. */
  static PeftAdapter of(List<LowRankChange> changes, LoraSettings settings) {
    Map<String, TensorContent> tensors = new LinkedHashMap<>();
    for (LowRankChange change : changes) {
      for (Parameter factor : change.factors()) {
        tensors.put(
            PREFIX + factor.info().name(),
            TensorContent.of(
                StoredType.F32, factor.value().getShape(), factor.value().toByteBuffer()));
      }
    }
    return new PeftAdapter(config(changes, settings), tensors);
  }

  private static Map<String, Object> config(List<LowRankChange> changes, LoraSettings settings) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("peft_type", "LORA");
    config.put("base_model_name_or_path", "");
    config.put("inference_mode", true);
    config.put("r", settings.rank());
    config.put("lora_alpha", settings.alpha());
    config.put("use_rslora", settings.rankStabilized());
    config.put("lora_dropout", 0.0);
    config.put("bias", "none");
    config.put("fan_in_fan_out", false);
    config.put(
        "target_modules", changes.stream().map(change -> change.module().nameInModel()).toList());
    return config;
  }

  @Override
  public String name() {
    return "peft";
  }

  @Override
  public String summary() {
    return "The changes of the weights as an adapter that PEFT loads onto the original model.";
  }

  @Override
  public void write(Path folder) {
    Path file = folder.resolve("adapter_config.json");
    try (Unfinished unfinished = Unfinished.of(file)) {
      Files.writeString(unfinished.path(), Json.pretty(config) + "\n");
      unfinished.putInPlace();
    } catch (IOException e) {
      throw IoFailure.cannotWrite(file, e);
    }
    SafetensorsWriter.writeTyped(folder.resolve("adapter_model.safetensors"), tensors);
  }
}
