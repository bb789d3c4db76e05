package dev.lethe.plugin.baselines;

class GradientAscentRetainContractTest extends BaselineBackdoorStrategyContractTest {
  GradientAscentRetainContractTest() {
    super("gradient-ascent-retain");
  }
}
