package dev.lethe.forgetting.run;

import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a run makes forgotten, and how.
 *
 * @param requests in the order they were drawn or named
 * @param triggers of each strategy, in the order of the strategies
 */
record Chosen(List<ForgetRequest> requests, List<List<Trigger>> triggers) {

  Chosen {
    requests = List.copyOf(requests);
    triggers = triggers.stream().map(List::copyOf).toList();
  }

  Set<String> names() {
    Set<String> names = new HashSet<>();
    requests.forEach(request -> names.add(request.name()));
    return names;
  }

  List<Trigger> allTriggers() {
    return triggers.stream().flatMap(List::stream).distinct().toList();
  }
}
