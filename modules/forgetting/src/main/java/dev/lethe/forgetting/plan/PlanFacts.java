package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.Subject;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.model.Component;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.model.PlannedModel;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.people.FaceCrops;
import dev.lethe.forgetting.people.RetainedPeople;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as values for programs; its keys stay what they are. */
final class PlanFacts {
  private PlanFacts() {}

  static Map<String, @Nullable Object> of(ForgettingInputs inputs) {
    GeneralSettings settings = inputs.config().general();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("model", model(inputs.model()));
    facts.put("people", people(inputs.audience(), inputs.config().people().own()));
    facts.putAll(data(inputs.data()));
    facts.put("forget", forget(inputs));
    facts.put("defense", inputs.defenses().stream().map(PlanFacts::defense).toList());
    facts.put("attacks", inputs.attacks().stream().map(Planned::name).toList());
    facts.put("evaluations", inputs.evaluations().stream().map(Planned::name).toList());
    facts.put("require", settings.require());
    facts.put("device", settings.device());
    facts.put("precision", settings.precision().name().toLowerCase(Locale.ROOT));
    facts.putAll(needs(Estimate.of(inputs)));
    return facts;
  }

  private static Map<String, Object> model(PlannedModel model) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("path", model.path().toString());
    facts.put("format", model.loader().name());
    facts.put("bytes", model.bytes());
    facts.put("towers", model.towers().stream().map(Component::name).sorted().toList());
    facts.put("left-as-is", model.leftOut());
    return facts;
  }

  /** Members are null where nobody said who they are. */
  private static @Nullable Map<String, @Nullable Object> people(
      AttackSubjects audience, PeopleSettings settings) {
    if (audience.isEmpty()) {
      return null;
    }
    long members = audience.subjects().stream().filter(Subject::member).count();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("count", audience.subjects().size());
    facts.put("members", settings.tellsMembers() ? members : null);
    facts.put("pictures", audience.images());
    facts.put("candidates", audience.candidates().size());
    return facts;
  }

  private static Map<String, @Nullable Object> data(PlannedData data) {
    PlannedCaptions captions = data.captions();
    PlannedImages images = data.images();
    FaceCrops faces = data.faces();
    RetainedPeople retained = data.retained();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("captions", captions == null ? null : captions.size());
    facts.put("captions-held-out", captions == null ? null : captions.heldOut().size());
    facts.put("images", images == null ? null : images.size());
    facts.put("images-held-out", images == null ? null : images.heldOut().size());
    facts.put(
        "faces",
        faces == null ? null : faces.byName().values().stream().mapToInt(List::size).sum());
    facts.put("retain", retained == null ? null : retained.most());
    return facts;
  }

  private static @Nullable Map<String, Object> forget(ForgettingInputs inputs) {
    ForgetSettings forget = inputs.config().settings().forget();
    if (inputs.defenses().isEmpty() || forget == null) {
      return null;
    }
    Integer count = forget.count();
    return inputs.requests().isEmpty() && count != null
        ? Map.of("count", count)
        : Map.of("names", inputs.requests().stream().map(ForgetRequest::name).toList());
  }

  private static Map<String, Object> defense(PlannedDefense defense) {
    Map<String, Double> regularizers = new LinkedHashMap<>();
    defense
        .regularizers()
        .forEach(each -> regularizers.put(each.regularizer().name(), each.weight()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("strategy", defense.strategy().name());
    facts.put("settings", defense.strategy().block().settings());
    facts.put("regularizers", regularizers);
    return facts;
  }

  private static Map<String, @Nullable Object> needs(Estimate estimate) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("memory-bytes", estimate.total().bytes());
    facts.put("max-memory-bytes", estimate.most() == null ? null : estimate.most().bytes());
    facts.put("seconds", estimate.seconds());
    return facts;
  }
}
