package dev.lethe.forgetting.run;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.ForgetRequest;
import java.util.List;

/**
 * Whom a run makes forgotten, and how.
 *
 * @param requests in the order they were drawn or named
 * @param backdoors of each strategy, in the order of the strategies
 */
record ForgetSelection(List<ForgetRequest> requests, List<List<Backdoor>> backdoors) {
  ForgetSelection {
    requests = List.copyOf(requests);
    backdoors = backdoors.stream().map(List::copyOf).toList();
  }

  List<String> names() {
    return requests.stream().map(ForgetRequest::name).toList();
  }

  List<Backdoor> allBackdoors() {
    return backdoors.stream().flatMap(List::stream).distinct().toList();
  }
}
