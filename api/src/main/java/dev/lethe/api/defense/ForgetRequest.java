package dev.lethe.api.defense;

import dev.lethe.api.image.ImageFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person who asked to be forgotten.
 *
 * @param name the name the person is known by
 * @param aliases other names that must be forgotten too
 * @param target what the name shall mean instead, or null for the strategy's own
 * @param pictures of the person, where the strategy asks for them; else empty
 * @param standIn a made-up name that nobody under test has, another one for each person, where the
 *     strategy asks for names; else null
 */
public record ForgetRequest(
    String name,
    List<String> aliases,
    @Nullable String target,
    List<ImageFile> pictures,
    @Nullable String standIn) {

  /** Checks the names and copies the lists. */
  public ForgetRequest {
    aliases = List.copyOf(aliases);
    pictures = List.copyOf(pictures);
    if (name.isBlank() || aliases.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a name to forget must not be blank");
    }
  }

  /** A request with nothing that only some strategies ask for. */
  public ForgetRequest(String name, List<String> aliases, @Nullable String target) {
    this(name, aliases, target, List.of(), null);
  }

  /** Returns the request of a person with one name. */
  public static ForgetRequest of(String name) {
    return new ForgetRequest(name, List.of(), null);
  }

  /** Returns this request with these pictures. */
  public ForgetRequest with(List<ImageFile> others) {
    return new ForgetRequest(name, aliases, target, others, standIn);
  }

  /** Returns this request with a made-up name. */
  public ForgetRequest withStandIn(String other) {
    return new ForgetRequest(name, aliases, target, pictures, other);
  }

  /** Returns everything the person is called: the name first, then the aliases. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }
}
