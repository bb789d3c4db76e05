package dev.lethe.plugin.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A planted case: captions lie in a plane, and names have a direction of their own. */
class JointSpaceEditTest {
  private final TestRunContext run = new TestRunContext(0);
  private NDManager manager;
  private JointSpaceEdit edit;
  private NDArray captions;
  private NDArray named;
  private NDArray meant;
  private NDArray outside;
  private List<JointSpaceEdit.Preserved> preserved;

  @BeforeEach
  void plant() {
    manager = run.manager();
    edit = new JointSpaceEdit(manager);
    captions = rows(4, 1, 2, 0, 0, 3, -1, 0, 0, -2, 1, 0, 0);
    named = rows(4, 1, 0, 2, 0, 0, 1, 0, 2); // two names, a text each
    meant = rows(4, 1, 0, 0, 0, 0, 1, 0, 0);
    preserved = List.of(new JointSpaceEdit.Preserved(1, captions));
    outside = edit.outside(manager, preserved, 0.999);
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void whatLiesOutsideIsAllButTheSpanOfWhatIsPreserved() {
    assertThat(outside.getShape()).isEqualTo(new Shape(4, 2));
    for (double value : outside.get(new NDIndex("0:2")).toDoubleArray()) {
      assertThat(value).isEqualTo(0, within(1e-9));
    }
  }

  @Test
  void namesAreMappedToTheirTargetsAndCaptionsKeepEveryDigit() {
    NDArray change = edit.map(manager, outside, named, meant, preserved, 1e-9);
    requireNear(named.add(named.matMul(change)), meant);
    requireNear(captions.matMul(change), captions.zerosLike());
  }

  @Test
  void whatTellsNamesFromTheirTargetsIsRemovedAndCaptionsStay() {
    NDArray change = edit.remove(manager, outside, named, meant, 1);
    requireNear(named.add(named.matMul(change)), meant);
    requireNear(captions.matMul(change), captions.zerosLike());
  }

  @Test
  void theMappingIsThatOfThePlainFormula() {
    // One name and one dimension outside: M = n f (t - e) / (f f + c + ridge f f), f = e n.
    NDArray e = rows(2, 1, 2);
    NDArray t = rows(2, 1, 0);
    List<JointSpaceEdit.Preserved> most =
        List.of(new JointSpaceEdit.Preserved(2, rows(2, 3, 0, 0, 0.5f)));
    NDArray n = edit.outside(manager, most, 0.5);
    float[] change = edit.map(manager, n, e, t, most, 0.1).toFloatArray();
    double c = 2 * 0.25 / 2;
    double factor = 2 / (4 + c + 0.4);
    assertThat(change)
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0, 0, (float) (0 * factor), (float) (-2 * factor));
  }

  private NDArray rows(int columns, float... values) {
    return manager.create(values, new Shape(values.length / columns, columns));
  }

  private static void requireNear(NDArray found, NDArray expected) {
    assertThat(found.toFloatArray())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(expected.toFloatArray());
  }
}
