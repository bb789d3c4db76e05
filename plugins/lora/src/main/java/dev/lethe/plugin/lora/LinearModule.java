package dev.lethe.plugin.lora;

import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear layer of a transformer's block, as the transformers library names and divides them:
 * query, key and value are layers of their own, where OpenCLIP stacks them in one tensor.
 *
 * @param name within the tower: {@code layers.0.self_attn.q_proj}
 * @param weight the parameter that holds its weight
 * @param part which of the tensor's equal parts along the first dimension is its weight, from 0
 */
record LinearModule(String name, ParameterInfo weight, int part) {
  private static final List<String> STACKED = List.of("q_proj", "k_proj", "v_proj");

  /** Returns the linear layers among parameters, in their order. */
  static List<LinearModule> of(ParameterSet parameters) {
    List<LinearModule> modules = new ArrayList<>();
    for (Parameter parameter : parameters) {
      ParameterInfo info = parameter.info();
      if (info.layer() >= 0 && parameter.value().getShape().dimension() == 2) {
        List<String> names = names(info);
        for (int part = 0; part < names.size(); part++) {
          String name = "layers.%d.%s".formatted(info.layer(), names.get(part));
          modules.add(new LinearModule(name, info, part));
        }
      }
    }
    return modules;
  }

  private static List<String> names(ParameterInfo info) {
    return switch (info.role()) {
      case ATTENTION_INPUT ->
          info.fused() == STACKED.size()
              ? STACKED.stream().map(name -> "self_attn." + name).toList()
              : List.of();
      case ATTENTION_OUTPUT -> List.of("self_attn.out_proj");
      case MLP_INPUT -> List.of("mlp.fc1");
      case MLP_OUTPUT -> List.of("mlp.fc2");
      default -> List.of();
    };
  }

  /** Returns its name within a CLIP of the transformers library. */
  String nameInModel() {
    String tower = weight.component().equals(Component.IMAGE) ? "vision_model" : "text_model";
    return tower + ".encoder." + name;
  }
}
