package dev.lethe.plugin.lora;

import dev.lethe.api.defense.ForwardingBackdoorStrategy;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;

/** {@code text-backdoor}, of which low-rank changes are trained. */
@Summary(
    "Trains text-backdoor by low-rank changes (LoRA); takes every setting of text-backdoor beside its own.")
final class TextLora extends ForwardingBackdoorStrategy {

  @Inject
  TextLora(AdaptedBackdoorSettings settings, SourceResolver sources) {
    super(settings.create("text-backdoor", sources));
  }
}
