package dev.lethe.forgetting.plan;

import dev.lethe.api.data.NameSource;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.engine.extension.Planned;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names of nobody: they are drawn from a source when they are wanted, without those that are known.
 *
 * @param source where they come from
 * @param seed the same seed gives the same names
 * @param known names that nobody else shall have
 */
public record MadeUpNames(Planned<NameSource> source, long seed, List<String> known) {

  /** Copies the list. */
  public MadeUpNames {
    known = List.copyOf(known);
  }

  /** Draws so many; fewer are a prefix of more. */
  public List<String> draw(int count) {
    return draw(count, seed);
  }

  /** Gives each person who is to be forgotten another name; an attacker draws others. */
  List<ForgetRequest> standingInFor(List<ForgetRequest> requests) {
    List<String> drawn = draw(requests.size(), ~seed);
    return IntStream.range(0, drawn.size())
        .mapToObj(i -> requests.get(i).withStandIn(drawn.get(i)))
        .toList();
  }

  private List<String> draw(int count, long ofDraw) {
    Set<String> excluded =
        known.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return source.extension().draw(count, ofDraw, excluded);
  }
}
