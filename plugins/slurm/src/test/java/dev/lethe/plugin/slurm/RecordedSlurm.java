package dev.lethe.plugin.slurm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers with what a cluster of Slurm 22.05 answered once, and remembers what it was asked. */
final class RecordedSlurm implements Shell {
  private final Map<String, Said> answers = new HashMap<>();
  private final List<List<String>> asked = new ArrayList<>();

  /** Lets a command say something from now on. */
  RecordedSlurm saying(String program, String out) {
    answers.put(program, new Said(0, out, ""));
    return this;
  }

  /** Lets a command complain from now on. */
  RecordedSlurm complaining(String program, String err) {
    answers.put(program, new Said(1, "", err));
    return this;
  }

  /** Returns how a command was called, the last call last. */
  List<List<String>> calls(String program) {
    return asked.stream().filter(call -> call.get(0).equals(program)).toList();
  }

  @Override
  public Said run(List<String> command, String input) {
    asked.add(command);
    return answers.getOrDefault(command.get(0), new Said(0, "", ""));
  }
}
