package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TorchScriptTest {
  private static final String SOURCE =
      """
      def weighted(self, xs: List[Tensor], w: Tensor) -> Tensor:
        y = xs[0] * w
        for i in range(1, len(xs)):
          y = y + xs[i] * 0.5
        return y

      def grow(self, xs: List[Tensor], by: float, times: int, negative: bool) -> None:
        step = by * times
        if negative:
          step = -step
        for i in range(len(xs)):
          _0 = torch.add_(xs[i], step)
        return None

      def both(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        return (x, x + 1)
      """;

  private final NDManager manager = TorchEngine.open(Device.cpu());
  private final TorchScript script = TorchScript.compile(manager, "Sums", SOURCE);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void callTakesListsAndTensors() {
    NDArray a = manager.create(new float[] {1, 2});
    NDArray b = manager.create(new float[] {10, 20});
    NDArray w = manager.create(3f);
    NDArray y = script.call(manager, "weighted", List.of(a, b), w).singletonOrThrow();
    assertThat(y.toFloatArray()).containsExactly(8, 16);
  }

  @Test
  void callGivesBackTheNamesOfItsArguments() {
    NDArray a = manager.create(new float[] {1, 2});
    NDArray w = manager.create(3f);
    a.setName("token_embedding.weight");
    script.call(manager, "weighted", new NDList(a), w);
    assertThat(a.getName()).isEqualTo("token_embedding.weight");
    assertThat(w.getName()).isNull();
  }

  @Test
  void callRefusesAnArrayThatIsGivenTwice() {
    NDArray a = manager.create(new float[] {1, 2});
    assertThatThrownBy(() -> script.call(manager, "weighted", List.of(a), a))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the same array is given twice");
  }

  @Test
  void runTakesNumbersAndChangesListsInPlace() {
    NDArray a = manager.create(new float[] {1, 2});
    NDArray b = manager.create(new float[] {5});
    NDList result = script.run(manager, "grow", List.of(a, b), 0.25, 2, true);
    assertThat(result).isEmpty();
    assertThat(a.toFloatArray()).containsExactly(.5f, 1.5f);
    assertThat(b.toFloatArray()).containsExactly(4.5f);
  }

  @Test
  void runGivesEveryTensorOfATuple() {
    NDArray a = manager.create(new float[] {1, 2});
    NDList both = script.run(manager, "both", a);
    assertThat(both.get(1).toFloatArray()).containsExactly(2, 3);
  }

  @Test
  void wrongSourceIsRefusedWithTheNameOfItsClass() {
    assertThatThrownBy(
            () -> TorchScript.compile(manager, "Broken", "def f(self) -> int:\n  return nothing\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Broken")
        .hasMessageContaining("nothing");
  }

  @Test
  void callsLeaveNothingBehind() {
    NDArray a = manager.create(new float[] {1, 2});
    NDArray w = manager.create(3f);
    int before = manager.getManagedArrays().size();
    for (int i = 0; i < 5; i++) {
      try (NDManager step = manager.newSubManager()) {
        script.call(step, "weighted", List.of(a), w);
        script.run(step, "both", a);
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
