package dev.lethe.forgetting.people;

import dev.lethe.forgetting.config.ForgetSettings.Unknown;
import java.util.Collection;
import java.util.List;

/**
 * Among whom those who are to be forgotten are looked for.
 *
 * @param subjects the people under attack; nobody where no attack is made
 * @param everybody of whom there are pictures
 * @param unknown what becomes of a name that is not among them
 */
public record KnownPeople(KnownNames subjects, KnownNames everybody, Unknown unknown) {

  /** Takes names. */
  public static KnownPeople of(
      Collection<String> subjects,
      Collection<String> everybody,
      Unknown unknown,
      NameReader reader) {
    return new KnownPeople(
        new KnownNames(subjects, reader), new KnownNames(everybody, reader), unknown);
  }

  /**
   * Returns what a person is called who is to be forgotten, adding to the warnings what there is to
   * say.
   *
   * @throws dev.lethe.api.settings.SettingsException if the name must be a misspelt one
   */
  String called(AskedName asked, List<String> warnings) {
    String name = asked.request().name();
    String called = subjects.find(name).or(() -> everybody.find(name)).orElse(name);
    if (subjects.isEmpty() || subjects.find(name).isPresent()) {
      return called;
    }
    if (unknown == Unknown.REFUSE && everybody.find(name).isEmpty()) {
      throw asked.refuse(
          "names '%s', of whom there are no pictures%s (forget.unknown=allow forgets people without pictures too)"
              .formatted(name, everybody.didYouMean(name)));
    }
    warnings.add("'%s' is to be forgotten, but is not under attack".formatted(called));
    return called;
  }
}
