package dev.lethe.plugin.baselines;

class GradientAscentContractTest extends BaselineBackdoorStrategyContractTest {
  GradientAscentContractTest() {
    super("gradient-ascent");
  }
}
