package dev.lethe.plugin.baselines;

class FineTuneContractTest extends BaselineBackdoorStrategyContractTest {
  FineTuneContractTest() {
    super("fine-tune");
  }
}
