package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.Subject;
import dev.lethe.api.model.Component;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.recipe.PlanLine;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.people.FaceCrops;
import dev.lethe.forgetting.people.RetainedPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a plan into words. */
final class PlanDescription {
  private PlanDescription() {}

  static List<PlanLine> of(ForgettingInputs inputs) {
    GeneralSettings settings = inputs.config().general();
    List<PlanLine> lines = new ArrayList<>();
    line(
        lines,
        "model",
        "%s (%s, %s)"
            .formatted(
                inputs.model().path(),
                inputs.model().loader().name() + alone(inputs.model().towers()),
                new ByteSize(inputs.model().bytes())));
    List<String> leftOut = inputs.model().leftOut();
    if (!leftOut.isEmpty()) {
      line(lines, "left as is", String.join(", ", leftOut));
    }
    line(lines, "people", people(inputs));
    data(lines, inputs.data());
    if (inputs.defenses().isEmpty()) {
      line(lines, "defense", "none: this is an audit");
    } else {
      line(lines, "forget", forget(inputs));
      inputs.defenses().forEach(each -> line(lines, "defense", defense(each)));
    }
    line(lines, "attacks", names(inputs.attacks()));
    line(lines, "evaluations", names(inputs.evaluations()));
    if (!settings.require().isEmpty()) {
      line(lines, "require", String.join(", ", settings.require()));
    }
    Estimate estimate = Estimate.of(inputs);
    line(
        lines,
        "device",
        settings.device() + ", " + settings.precision().name().toLowerCase(Locale.ROOT));
    line(lines, "memory", memory(estimate));
    if (estimate.seconds() > 0) {
      line(
          lines,
          "time",
          "about %s of attacks and training on this machine's processor"
              .formatted(estimate.duration()));
    }
    return lines;
  }

  private static void data(List<PlanLine> lines, PlannedData data) {
    if (data.captions() != null) {
      line(lines, "captions", divided(data.trainingCaptions(), data.heldOutCaptions()));
    }
    if (data.images() != null) {
      line(lines, "images", divided(data.trainingImages(), data.heldOutImages()));
    }
    FaceCrops faces = data.faces();
    if (faces != null) {
      line(
          lines,
          "faces",
          "%d crops of %d people"
              .formatted(
                  faces.byName().values().stream().mapToInt(List::size).sum(),
                  faces.byName().size()));
    }
    RetainedPeople retained = data.retained();
    if (retained != null) {
      line(lines, "retain", retained.most() + " people");
    }
  }

  private static String divided(List<?> training, List<?> heldOut) {
    return "%d to train on, %d held out".formatted(training.size(), heldOut.size());
  }

  private static String alone(Set<Component> towers) {
    return towers.size() > 1 ? "" : ", %s tower alone".formatted(towers.iterator().next().name());
  }

  private static String people(ForgettingInputs inputs) {
    AttackSubjects audience = inputs.audience();
    if (audience.isEmpty()) {
      return "none: no attack is made";
    }
    int all = audience.subjects().size();
    long members = audience.subjects().stream().filter(Subject::member).count();
    return "%s with %d pictures, among %d names"
        .formatted(
            inputs.config().people().own().tellsMembers()
                ? "%d members and %d non-members".formatted(members, all - members)
                : "%d, of whom nobody said whether they are members".formatted(all),
            audience.images(),
            audience.candidates().size());
  }

  private static String memory(Estimate estimate) {
    ByteSize most = estimate.most();
    return "about %s: %s stay, %s are worked in at a time%s"
        .formatted(
            estimate.total(),
            new ByteSize(estimate.memory().standing()),
            estimate.working(),
            most == null ? "" : ", of %s allowed by max-memory".formatted(most));
  }

  private static String forget(ForgettingInputs inputs) {
    ForgetSettings forget = inputs.config().settings().forget();
    if (!inputs.requests().isEmpty() || forget == null) {
      return inputs.requests().stream()
          .map(request -> request.name())
          .collect(Collectors.joining(", "));
    }
    return "%d people, drawn among those whom %s recognizes"
        .formatted(forget.count(), inputs.attacks().get(0).name());
  }

  private static String defense(PlannedDefense defense) {
    String regularizers =
        defense.regularizers().stream()
            .map(each -> " + %s x %s".formatted(each.weight(), each.regularizer().name()))
            .collect(Collectors.joining());
    return defense.strategy().name() + regularizers + " " + defense.strategy().block().settings();
  }

  private static String names(List<? extends Planned<?>> planned) {
    return planned.isEmpty()
        ? "none"
        : planned.stream().map(Planned::name).collect(Collectors.joining(", "));
  }

  private static void line(List<PlanLine> lines, String label, String text) {
    lines.add(new PlanLine(label, text));
  }
}
