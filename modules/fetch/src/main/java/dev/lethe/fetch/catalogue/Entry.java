package dev.lethe.fetch.catalogue;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be fetched, or, where a licence forbids that, how to get it by hand.
 *
 * @param name what commands call it
 * @param kind what it is good for
 * @param description what it is, in one sentence
 * @param licence what its publisher allows
 * @param base what the addresses of its files begin with; null if each has its own
 * @param files its files; none if it has to be got by hand
 * @param use the keys of an experiment that it is for, with {@code {folder}} for its folder; null
 *     if there is nothing to say
 * @param byHand how a person gets it and how its folder must look; null if it can be fetched
 */
public record Entry(
    @Setting("The name in commands.") String name,
    @Setting("What it is good for.") Kind kind,
    @Setting("What it is, in one sentence.") String description,
    @Setting("What its publisher allows.") String licence,
    @Setting("What the addresses of its files begin with.") @Nullable String base,
    @Setting(value = "Its files.", defaultValue = "") List<RemoteFile> files,
    @Setting("The keys of an experiment that it is for.") @Nullable String use,
    @Setting("How a person gets it.") @Nullable String byHand) {

  /** Possessive, because a group that may give back what it took is matched on the stack. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*+");

  /** Checks that it can be fetched as it is written. */
  public Entry {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must be small letters and digits with '-' or '.' between them (got '%s')"
              .formatted(name));
    }
    Check.text("description", description);
    Check.text("licence", licence);
    if (base != null) {
      Addresses.parse("base", base);
    }
    if (files.isEmpty() == (byHand == null)) {
      throw new IllegalArgumentException("files or by-hand must be given, and not both");
    }
    Set<String> names = new HashSet<>();
    for (RemoteFile file : files) {
      if (file.address() == null && base == null) {
        throw new IllegalArgumentException("base must be given for " + file.file());
      }
      if (!names.add(file.file())) {
        throw new IllegalArgumentException(
            "files must differ (got %s twice)".formatted(file.file()));
      }
    }
    files = List.copyOf(files);
  }

  /** Returns where one of its files is. */
  public URI address(RemoteFile file) {
    String address = file.address();
    return URI.create(address == null ? base + file.file() : address);
  }

  /** Returns the bytes of those of its files whose length is known, together. */
  public long knownBytes() {
    return files.stream().map(RemoteFile::size).filter(Objects::nonNull).mapToLong(n -> n).sum();
  }

  /** Returns whether the length of every file is known. */
  public boolean isSizeKnown() {
    return files.stream().allMatch(file -> file.size() != null);
  }

  /** Returns what to write into an experiment to use it, if there is something to say. */
  public @Nullable String use(Path folder) {
    return use == null ? null : use.replace("{folder}", folder.toString());
  }
}
