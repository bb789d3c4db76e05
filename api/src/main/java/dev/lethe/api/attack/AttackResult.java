package dev.lethe.api.attack;

import dev.lethe.api.panel.Panel;
import java.util.List;

/**
 * What an attack found out.
 *
 * @param findings one for each subject, in the order of the task
 * @param repetitions the findings of the same attack made again with other choices of what it
 *     draws, each as {@code findings} are; none of an attack that is made once
 * @param panels what there is to look at besides, about the attacked model alone: what two models
 *     gave is put side by side by whoever reports
 */
public record AttackResult(
    List<Finding> findings, List<List<Finding>> repetitions, List<Panel> panels) {

  /** Copies the lists. */
  public AttackResult {
    findings = List.copyOf(findings);
    repetitions = repetitions.stream().map(List::copyOf).toList();
    panels = List.copyOf(panels);
  }

  /** For attacks that are made once. */
  public AttackResult(List<Finding> findings, List<Panel> panels) {
    this(findings, List.of(), panels);
  }

  /** For attacks of which there is nothing else to look at. */
  public AttackResult(List<Finding> findings) {
    this(findings, List.of());
  }
}
