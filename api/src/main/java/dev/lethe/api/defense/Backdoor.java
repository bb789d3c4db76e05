package dev.lethe.api.defense;

import dev.lethe.api.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A benign backdoor: wherever the trigger stands, the model shall compute as if the target stood
 * there.
 *
 * @param person whom it makes forgotten
 * @param trigger what calls the person up: a name, an alias, a patch in a picture
 * @param target what it means from then on
 */
public record Backdoor(String person, Trigger trigger, Target target) {

  /**
   * Returns backdoors from everything that people are called to texts: a {@link TextTrigger} and a
   * {@link TextTarget} each, in the order of the requests.
   *
   * @param usual what a name shall mean unless its request says otherwise
   * @throws UsageException if a name is to mean two things
   */
  public static List<Backdoor> ofNames(List<ForgetRequest> requests, String usual) {
    return ofNames(requests, request -> request.target() == null ? usual : request.target());
  }

  /**
   * Returns backdoors from everything that people are called to texts, as {@link #ofNames(List,
   * String)} does.
   *
   * @param meaning says what the names of a request shall mean
   * @throws UsageException if a name is to mean two things, or itself
   */
  public static List<Backdoor> ofNames(
      List<ForgetRequest> requests, Function<ForgetRequest, String> meaning) {
    Map<String, Backdoor> backdoors = new LinkedHashMap<>();
    for (ForgetRequest request : requests) {
      TextTarget target = new TextTarget(meaning.apply(request));
      for (String name : request.names()) {
        if (target.text().strip().equalsIgnoreCase(name)) {
          throw new UsageException(
              "the name '%s' is to mean itself, so that nothing would be forgotten: choose a neutral target, such as human"
                  .formatted(name));
        }
        Backdoor other =
            backdoors.putIfAbsent(
                name, new Backdoor(request.name(), new TextTrigger(name), target));
        if (other != null && !other.target().equals(target)) {
          throw new UsageException(
              "the name '%s' is to be forgotten twice, as '%s' and as '%s': choose one"
                  .formatted(name, other.target().description(), target.text()));
        }
      }
    }
    return List.copyOf(backdoors.values());
  }
}
