package dev.lethe.defense.text;

import dev.lethe.api.UsageException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A backdoor from a name to a text.
 *
 * @param person whom it makes forgotten
 * @param name the person's name or an alias
 * @param target the text that the name shall mean
 */
record NameBackdoor(String person, String name, String target) {

  /**
   * Returns a backdoor for each name of each person.
   *
   * @param targets gives each person's target
   * @throws UsageException if a name is to mean two things
   */
  static List<NameBackdoor> of(
      List<ForgetRequest> requests, Function<ForgetRequest, String> targets) {
    Map<String, NameBackdoor> backdoors = new LinkedHashMap<>();
    for (ForgetRequest request : requests) {
      String own = targets.apply(request);
      for (String name : request.names()) {
        add(backdoors, new NameBackdoor(request.name(), name, own));
      }
    }
    return List.copyOf(backdoors.values());
  }

  private static void add(Map<String, NameBackdoor> backdoors, NameBackdoor backdoor) {
    NameBackdoor other = backdoors.putIfAbsent(backdoor.name(), backdoor);
    if (other != null && !other.target().equals(backdoor.target())) {
      throw new UsageException(
          "the name '%s' is to be forgotten twice, as '%s' and as '%s': choose one"
              .formatted(backdoor.name(), other.target(), backdoor.target()));
    }
  }

  /** Returns what evaluations and reports see of it. */
  Backdoor described() {
    return new Backdoor(person, new TextTrigger(name), new TextTarget(target));
  }
}
