package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Workload;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.model.PlannedModel;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.people.FaceCrops;
import dev.lethe.forgetting.people.RetainedPeople;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.io.json.Json;
import dev.lethe.report.requirement.Requirements;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that determines what a run gives.
 *
 * @param config the effective configuration
 * @param model the original
 * @param audience whom the attacks are about; empty where there are neither
 * @param data what is read for methods beside it
 * @param names of nobody, or null where no method asks for any
 * @param requests whom to forget, where the configuration names them; else empty
 * @param defenses in the order of their application; empty for an audit
 * @param attacks in the order of the configuration
 * @param evaluations in the order of the configuration
 */
public record ForgettingInputs(
    ForgettingConfig config,
    PlannedModel model,
    AttackSubjects audience,
    PlannedData data,
    @Nullable MadeUpNames names,
    List<ForgetRequest> requests,
    List<PlannedDefense> defenses,
    List<Planned<PrivacyAttack>> attacks,
    List<Planned<Evaluation>> evaluations) {

  /** Copies the lists. */
  public ForgettingInputs {
    requests = List.copyOf(requests);
    defenses = List.copyOf(defenses);
    attacks = List.copyOf(attacks);
    evaluations = List.copyOf(evaluations);
  }

  /** Returns how much there is to work on. */
  Workload workload() {
    Integer count = config.settings().forget() == null ? null : config.settings().forget().count();
    int asked = requests.isEmpty() && count != null ? count : requests.size();
    return new Workload(
        model.format().info(),
        model.bytes(),
        defenses.isEmpty() ? 0 : asked,
        data.trainingCaptions().size(),
        audience.subjects().size(),
        audience.images(),
        audience.candidates().size());
  }

  /**
   * Returns requests as a strategy wants them: with pictures, or without.
   *
   * @throws SettingsException if there are no pictures of somebody
   */
  public List<ForgetRequest> requestsFor(PlannedDefense defense, List<ForgetRequest> asked) {
    Set<Need> needs = defense.strategy().extension().requires().needs();
    List<ForgetRequest> given =
        needs.contains(Need.REQUEST_PICTURES)
            ? asked.stream().map(request -> pictured(request, defense.strategy())).toList()
            : asked;
    return names == null || !needs.contains(Need.NAMES) ? given : names.standingInFor(given);
  }

  private ForgetRequest pictured(ForgetRequest request, Planned<BackdoorStrategy> strategy) {
    List<ImageFile> pictures = triggerPictures(request.name());
    if (pictures.isEmpty()) {
      throw new SettingsException(
          "forget",
          "names '%s', of whom there are no %s, which %s needs: add them to %s or leave the name out"
              .formatted(
                  request.name(),
                  triggerKind(),
                  strategy.name(),
                  data.faces() == null ? "people" : "faces"));
    }
    return request.with(pictures);
  }

  private String triggerKind() {
    if (data.faces() != null) {
      return "crops that a defense may have";
    }
    return audience.people().people().size() > audience.apart().size()
        ? "pictures in the half that a defense may have"
        : "pictures";
  }

  /** Returns the pictures of a person that triggers are made of; none where there are none. */
  private List<ImageFile> triggerPictures(String name) {
    FaceCrops faces = data.faces();
    if (faces != null) {
      return faces.byName().getOrDefault(name, List.of());
    }
    return audience.apart().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .map(Person::images)
        .orElse(List.of());
  }

  /** Returns whether every strategy has what it needs to make somebody forgotten. */
  public boolean canForget(String name) {
    boolean needed =
        defenses.stream()
            .anyMatch(
                each -> each.strategy().extension().requires().include(Need.REQUEST_PICTURES));
    return !needed || !triggerPictures(name).isEmpty();
  }

  /** Returns those who are kept where some are forgotten. */
  public List<Person> retained(Collection<String> forgotten) {
    RetainedPeople retained = data.retained();
    return retained == null ? List.of() : retained.without(forgotten);
  }

  /** Returns SHA-256 of each data set, by the place in the configuration that names it. */
  public Map<String, String> dataHashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    if (!audience.isEmpty()) {
      hashes.put("people", audience.people().contentHash());
    }
    hashes.putAll(data.contentHashes());
    if (!audience.isEmpty()) {
      hashes.put("candidates", new Fingerprint().add(audience.candidates()).hex());
    }
    for (PlannedDefense defense : defenses) {
      String hash = defense.strategy().extension().contentHash();
      if (!hash.isEmpty()) {
        hashes.put(defense.strategy().block().place(), hash);
      }
    }
    for (Planned<Evaluation> evaluation : evaluations) {
      String hash = evaluation.extension().contentHash();
      if (!hash.isEmpty()) {
        hashes.put(evaluation.block().place(), hash);
      }
    }
    return hashes;
  }

  /** Returns the settings without what is only compared with the results. */
  private static Map<String, Object> whatDecides(Map<String, Object> values) {
    Map<String, Object> deciding = new LinkedHashMap<>(values);
    deciding.remove(Requirements.KEY);
    return deciding;
  }

  /** Returns a hash of all of it. */
  public String fingerprint() {
    return new Fingerprint()
        .add(Json.canonical(whatDecides(config.values())))
        .add(model.fingerprint())
        .add(audience.fingerprint())
        .add(Json.canonical(dataHashes()))
        .add(Json.canonical(requests))
        .hex();
  }
}
