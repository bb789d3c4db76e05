package dev.lethe.engine.extension;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.tensor.TorchEngine;
import java.util.List;
import java.util.Set;

/**
 * The code that computes a run. New code may give other numbers, so that no result of old code is
 * taken for its own.
 *
 * @param core the hash of the bundles and libraries that take part in every run
 * @param used the extensions that the run has taken
 */
public record Program(String core, List<ExtensionInfo> used) {
  /** One class of each bundle that takes part in every run. */
  private static final List<Class<?>> CORE =
      List.of(ExtensionInfo.class, Fingerprint.class, TorchEngine.class, Program.class);

  /** What computes a single stage, and is part of the identity of that stage alone. */
  private static final Set<Class<?>> METHODS =
      Set.of(
          BackdoorStrategy.class,
          Adaptation.class,
          Regularizer.class,
          PrivacyAttack.class,
          Evaluation.class);

  /** Copies the list. */
  public Program {
    used = List.copyOf(used);
  }

  /**
   * Tells the code apart that computes a run now.
   *
   * @param libraries what computes below the bundles, each with its version
   */
  public static Program of(
      ExtensionRegistry registry, List<ExtensionInfo> used, List<String> libraries) {
    Fingerprint core = new Fingerprint();
    CORE.forEach(each -> core.add(registry.codeHash(each)));
    core.add(libraries);
    return new Program(core.hex(), used);
  }

  /** Returns a hash of all the code. */
  public String identity() {
    return hash(used);
  }

  /** Returns a hash of the code that reads models and data, and of the core. */
  public String foundation() {
    return hash(used.stream().filter(info -> !METHODS.contains(info.key().contract())).toList());
  }

  private String hash(List<ExtensionInfo> extensions) {
    Fingerprint hash = new Fingerprint().add(core);
    extensions.stream()
        .map(info -> info.key().contract().getSimpleName() + info.key().name() + info.sha256())
        .sorted()
        .forEach(hash::add);
    return hash.hex();
  }
}
