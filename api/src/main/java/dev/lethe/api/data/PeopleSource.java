package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ConsumerType;

/** Where photographs of named people come from. Its constructor checks that the place exists. */
@ConsumerType
public interface PeopleSource {

  /**
   * Lists the people; pictures are decoded later.
   *
   * @throws LetheException if nobody is found, or a person has no pictures
   */
  People read(Progress progress);

  /**
   * Lists the names of all people, those too of whom no picture can be read. Sources that can tell
   * them without looking at pictures do.
   *
   * @throws LetheException if nobody is found
   */
  default List<String> names() {
    People people = read(Progress.silent());
    return Stream.concat(people.people().stream().map(Person::name), people.unseen().stream())
        .toList();
  }
}
