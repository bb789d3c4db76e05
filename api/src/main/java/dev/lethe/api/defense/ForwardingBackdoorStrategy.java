package dev.lethe.api.defense;

import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Model;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.verdict.Limit;
import java.util.List;
import java.util.Optional;

/**
 * A strategy that does what another does, such as one that is created with settings of its own. A
 * subclass overrides what it changes.
 */
public abstract class ForwardingBackdoorStrategy implements BackdoorStrategy {
  private final BackdoorStrategy inner;

  /** Forwards to a strategy. */
  protected ForwardingBackdoorStrategy(BackdoorStrategy inner) {
    this.inner = inner;
  }

  @Override
  public Requirements requires() {
    return inner.requires();
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return inner.backdoors(requests);
  }

  @Override
  public String contentHash() {
    return inner.contentHash();
  }

  @Override
  public List<Limit> limits() {
    return inner.limits();
  }

  @Override
  public Cost cost(Workload workload) {
    return inner.cost(workload);
  }

  @Override
  public Optional<PicturesPanel> examples(Model original, DefenseTask task) {
    return inner.examples(original, task);
  }

  @Override
  public void check(Model original) {
    inner.check(original);
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    return inner.defend(original, task);
  }
}
