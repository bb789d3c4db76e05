package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.forgetting.config.ForgetSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The people whom a configuration asks to forget by name.
 *
 * @param requests in the order of the configuration; empty where they are drawn later
 * @param warnings what a reader must know about them
 */
public record ForgetRequests(List<ForgetRequest> requests, List<String> warnings) {

  /** Copies the lists. */
  public ForgetRequests {
    requests = List.copyOf(requests);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the names.
   *
   * @param settings the block, or null for an audit
   * @throws LetheException if the file is missing or wrong, or a person is named twice or unknown
   */
  public static ForgetRequests read(
      @Nullable ForgetSettings settings, KnownPeople known, NameReader reader) {
    return settings == null
        ? new ForgetRequests(List.of(), List.of())
        : new Reading(reader).of(AskedName.read(settings), known);
  }

  /** What of the requests was read before. */
  private static final class Reading {
    private final NameReader reader;
    private final Map<Object, ForgetRequest> owners = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    Reading(NameReader reader) {
      this.reader = reader;
    }

    ForgetRequests of(List<AskedName> asked, KnownPeople known) {
      List<ForgetRequest> called = new ArrayList<>();
      for (AskedName each : asked) {
        ForgetRequest written = each.request();
        ForgetRequest request =
            new ForgetRequest(known.called(each, warnings), written.aliases(), written.target());
        claimName(request);
        called.add(request);
      }
      List<ForgetRequest> requests = new ArrayList<>();
      for (int i = 0; i < called.size(); i++) {
        ForgetRequest request = called.get(i);
        AskedName place = asked.get(i);
        List<String> aliases =
            request.aliases().stream().filter(alias -> claims(alias, request, place)).toList();
        requests.add(new ForgetRequest(request.name(), aliases, request.target()));
      }
      for (int i = 0; i < called.size(); i++) {
        requireNeutral(called.get(i), asked.get(i));
      }
      return new ForgetRequests(requests, warnings);
    }

    /** What is to be forgotten cannot be what a name means from then on. */
    private void requireNeutral(ForgetRequest request, AskedName place) {
      String target = request.target();
      ForgetRequest meant = target == null ? null : owners.get(reader.key(target));
      if (meant != null) {
        throw place.refuse(
            "gives '%s' the target '%s', a name of '%s', who is to be forgotten: choose a neutral text, such as human"
                .formatted(request.name(), target, meant.name()));
      }
    }

    private void claimName(ForgetRequest request) {
      ForgetRequest other = owners.putIfAbsent(reader.key(request.name()), request);
      if (other == null) {
        return;
      }
      if (reader.saySame(other.name(), request.name())) {
        throw new LetheException("forget: '%s' is named twice".formatted(other.name()));
      }
      warnings.add(
          "the model takes '%s' for '%s' (%s): it forgets both"
              .formatted(request.name(), other.name(), reader.reason(other.name())));
    }

    /** Returns whether an alias is a text to the model that nobody has asked for yet. */
    private boolean claims(String alias, ForgetRequest request, AskedName place) {
      ForgetRequest other = owners.putIfAbsent(reader.key(alias), request);
      if (other == null || other == request) {
        return other == null;
      }
      if (!Objects.equals(other.target(), request.target())) {
        throw place.refuse(
            "gives '%s' the alias '%s', which '%s' has too, with another target: choose one"
                .formatted(request.name(), alias, other.name()));
      }
      warnings.add(
          "'%s' is to be forgotten for '%s' and for '%s': that is done once"
              .formatted(alias, other.name(), request.name()));
      return false;
    }
  }
}
