package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
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
}
