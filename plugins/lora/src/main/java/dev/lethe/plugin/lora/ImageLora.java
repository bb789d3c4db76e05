package dev.lethe.plugin.lora;

import dev.lethe.api.defense.ForwardingBackdoorStrategy;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;

/** {@code image-backdoor}, of which low-rank changes are trained. */
@Summary(
    "Trains image-backdoor by low-rank changes (LoRA); takes every setting of image-backdoor beside its own.")
final class ImageLora extends ForwardingBackdoorStrategy {

  @Inject
  ImageLora(AdaptedBackdoorSettings settings, SourceResolver sources) {
    super(settings.create("image-backdoor", sources));
  }
}
