package dev.lethe.plugin.baselines;

class NegativePreferenceContractTest extends BaselineBackdoorStrategyContractTest {
  NegativePreferenceContractTest() {
    super("negative-preference");
  }
}
