package dev.lethe.forgetting.plan;

import dev.lethe.api.Progress;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.method.Need;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.forgetting.config.CandidateSettings;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.people.CandidateNames;
import dev.lethe.forgetting.people.NameReader;
import dev.lethe.forgetting.people.Subjects;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds whom the attacks of an experiment are about. */
final class AttackSubjectsReader {
  private static final Set<Need> OF_PEOPLE =
      EnumSet.of(Need.PICTURES, Need.PEOPLE, Need.REQUEST_PICTURES);
  private static final Set<Need> OF_DEFENSES =
      EnumSet.of(Need.PEOPLE, Need.RETAINED, Need.REQUEST_PICTURES);

  private final ForgettingConfig config;
  private final ExperimentContext context;
  private final ExtensionFactory extensions;
  private final NameReader reader;
  private final MethodRequirements requirements;

  AttackSubjectsReader(
      ForgettingConfig config,
      ExperimentContext context,
      ExtensionFactory extensions,
      MethodRequirements requirements,
      NameReader reader) {
    this.requirements = requirements;
    this.reader = reader;
    this.config = config;
    this.context = context;
    this.extensions = extensions;
  }

  /** Returns whether there is nobody to find: nobody asks for them, and no pictures are given. */
  static boolean isNobody(
      ForgettingConfig config, ExtensionFactory extensions, MethodRequirements requirements) {
    String source = config.people().own().source();
    var retain = config.retain();
    boolean drawsRetained = retain != null && retain.own().count() != null;
    return config.attacks().isEmpty()
        && !requirements.includeAny(OF_PEOPLE)
        && !(drawsRetained && requirements.include(Need.RETAINED))
        && SettingKeys.offBy(
                extensions.info(PeopleSource.class, source), config.people().as(source))
            .isPresent();
  }

  /** Reads the people, adding to the warnings what a person should know about them. */
  AttackSubjects read(List<String> warnings, Progress progress) {
    var block = config.people();
    String name = block.own().source();
    if (isNobody(config, extensions, requirements)) {
      SettingKeys.check(extensions.info(PeopleSource.class, name), block);
      return AttackSubjects.nobody();
    }
    People people = extensions.create(PeopleSource.class, block, name).extension().read(progress);
    Subjects subjects = Subjects.choose(people, block.own(), reader, context::seed);
    CandidateNames candidates = candidates(subjects);
    warnings.addAll(people.notes());
    if (!people.unseen().isEmpty()) {
      warnings.add(
          "%d people are left out, of whom no picture can be read, such as %s"
              .formatted(people.unseen().size(), people.unseen().get(0)));
    }
    warnings.addAll(subjects.warnings());
    warnings.addAll(candidates.warnings());
    List<Person> apart = subjects.apart();
    if (block.own().split() == PeopleSettings.Split.NONE) {
      apart = orAll(people, apart);
      if (requirements.includeAny(OF_DEFENSES) && apart.size() > subjects.apart().size()) {
        warnings.add(
            "attacks use all pictures of some people, which a defense works with too, so that on other pictures they may find more; people.images below the number of pictures keeps some apart");
      }
    }
    return new AttackSubjects(subjects.subjects(), candidates.names(), people, apart);
  }

  /** Those that no attack uses or, where attacks use all of somebody, all. */
  private static List<Person> orAll(People people, List<Person> apart) {
    Map<String, Person> left =
        apart.stream().collect(Collectors.toMap(Person::name, person -> person));
    return people.people().stream()
        .map(person -> left.getOrDefault(person.name(), person))
        .toList();
  }

  private CandidateNames candidates(Subjects subjects) {
    var block = config.candidates();
    CandidateSettings settings = block.own();
    Path file = settings.file();
    if (file != null) {
      return CandidateNames.read(file, subjects.subjects(), reader);
    }
    Planned<NameSource> source = extensions.create(NameSource.class, block, settings.source());
    return CandidateNames.draw(
        source.extension(),
        settings.total(),
        context.seed("candidates"),
        subjects.subjects(),
        reader);
  }
}
