package dev.lethe.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lethe.tensor.stored.StoredType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedWeightsTest {
  private static final List<String> KEYS = List.of("state_dict", "model", "net", "ema", "teacher");

  @Test
  void whatStandsBelowManyKeysIsLookedAtOnce() {
    Object below = weights();
    for (int depth = 0; depth < 4; depth++) {
      Map<String, Object> holder = new LinkedHashMap<>();
      for (String key : KEYS) {
        holder.put(key, below);
      }
      below = holder;
    }
    StateDict found = SavedWeights.in(below);
    assertThat(found.tensors()).containsOnlyKeys("w");
    assertThat(found.notes()).hasSize(4);
  }

  @Test
  void ofWhatIsNotReadNothingIsSaid() {
    Map<String, Object> averages = Map.of("model", weights(), "module", weights());
    StateDict found = SavedWeights.in(Map.of("model", weights(), "ema", averages));
    assertThat(found.notes())
        .containsExactly("the weights are those below 'model'; others are below ema");
  }

  @Test
  void aDictThatContainsItselfHoldsWhatElseItHolds() {
    Map<String, Object> dict = new LinkedHashMap<>(weights());
    dict.put("model", dict);
    assertThat(SavedWeights.in(dict).tensors()).containsOnlyKeys("w");
    dict.remove("w");
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> SavedWeights.in(dict));
  }

  private static Map<String, Object> weights() {
    Storage storage = new Storage(StoredType.F32, 0, 1);
    return Map.of("w", new TensorView(storage, 0, new long[] {1}, new long[] {1}));
  }
}
