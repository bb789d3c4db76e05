package dev.lethe.forgetting.run;

import dev.lethe.engine.extension.Planned;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.plan.ForgettingInputs;
import dev.lethe.forgetting.plan.PlannedData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a run without those that another one replaced, or that nothing read. */
final class EffectiveConfig {
  private final Map<String, Object> values;

  private EffectiveConfig(Map<String, Object> values) {
    this.values = new LinkedHashMap<>(values);
  }

  static Map<String, Object> of(ForgettingInputs inputs) {
    EffectiveConfig settings = new EffectiveConfig(inputs.config().values());
    settings.forget(inputs);
    PlannedData data = inputs.data();
    settings.dropUnread("captions", data.captions());
    settings.dropUnread("images", data.images());
    settings.dropUnread("faces", data.faces());
    settings.dropUnread("retain", data.retained());
    if (inputs.audience().isEmpty()) {
      settings.values.remove("people");
      settings.values.remove("candidates");
    } else {
      settings.people(inputs.config().people().own());
      if (inputs.config().candidates().own().file() != null) {
        settings.keep("candidates", List.of("file"));
      }
    }
    settings.keep("evaluations", inputs.evaluations().stream().map(Planned::name).toList());
    return settings.values;
  }

  private void dropUnread(String block, @Nullable Object read) {
    if (read == null) {
      values.remove(block);
    }
  }

  private void forget(ForgettingInputs inputs) {
    ForgetSettings forget = inputs.config().settings().forget();
    if (forget == null || inputs.defenses().isEmpty()) {
      values.remove("forget");
    } else if (forget.names().isEmpty() && forget.file() == null) {
      drop("forget", "unknown");
    } else {
      drop("forget", "count");
    }
  }

  private void people(PeopleSettings people) {
    if (people.members() != null) {
      drop("people", "counts", "max-count");
    } else if (people.counts() == null) {
      drop("people", "max-count");
    }
  }

  private void drop(String block, String... keys) {
    Map<String, Object> copy = block(block);
    if (copy.keySet().removeAll(List.of(keys))) {
      values.put(block, copy);
    }
  }

  private void keep(String block, List<String> keys) {
    Map<String, Object> copy = block(block);
    if (copy.keySet().retainAll(keys)) {
      values.put(block, copy);
    }
  }

  private Map<String, Object> block(String block) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (values.get(block) instanceof Map<?, ?> given) {
      given.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }
}
