package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Activation;
import dev.lethe.clip.checkpoint.Section;
import java.util.List;

/** The key {@code hidden_act}: the activation of a tower's MLPs. */
final class HiddenAct {
  private static final String KEY = "hidden_act";

  private HiddenAct() {}

  /** Reads the key of a tower; without it, it is QuickGELU. */
  static Activation read(Section tower) {
    tower.requires(KEY, name(Activation.QUICK_GELU), name(Activation.GELU));
    return tower.text(KEY, "").equals(name(Activation.GELU))
        ? Activation.GELU
        : Activation.QUICK_GELU;
  }

  /** Writes the key of a tower. */
  static void write(ObjectNode tower, Activation activation) {
    tower.put(KEY, name(activation));
  }

  /** Writes the key into a whole configuration, for every tower and wherever else it stands. */
  static void writeAll(ObjectNode root, Activation activation) {
    for (JsonNode holder : root.findParents(KEY)) {
      write((ObjectNode) holder, activation);
    }
    for (String tower : List.of("text_config", "vision_config")) {
      if (root.path(tower) instanceof ObjectNode section) {
        write(section, activation);
      }
    }
    if (!root.has("text_config")) {
      write(root, activation);
    }
  }

  private static String name(Activation activation) {
    return switch (activation) {
      case GELU -> "gelu";
      case QUICK_GELU -> "quick_gelu";
    };
  }
}
