package dev.lethe.forgetting.report;

import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.verdict.Score;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.forgetting.verdict.Group;
import dev.lethe.report.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to look at in a report of this recipe. */
final class Chapters {
  private static final String BY_PERSON = "Person by person";
  private static final String FACES = "What the model thinks of a face";

  private final ForgettingFacts facts;
  private final Views views;
  private final Score score;

  Chapters(ForgettingFacts facts, Views views, Score score) {
    this.facts = facts;
    this.views = views;
    this.score = score;
  }

  List<Chapter> all() {
    List<Chapter> chapters = new ArrayList<>();
    if (!facts.people().isEmpty()) {
      chapters.add(new Chapter("people", BY_PERSON, BY_PERSON, List.of(people())));
    }
    if (!views.examples().isEmpty()) {
      chapters.add(new Chapter("examples", "Nearest names", FACES, List.of(examples())));
    }
    chapters.addAll(views.attacks());
    maps().ifPresent(chapters::add);
    if (!views.pictures().isEmpty()) {
      chapters.add(
          new Chapter("pictures", "Pictures", "What a defense saw", List.copyOf(views.pictures())));
    }
    if (!facts.changesNothing()) {
      chapters.add(new Chapter("training", "Training", "How it was trained", training()));
    }
    return chapters;
  }

  /** Names and faces side by side, where a defense changes the image tower too. */
  private Optional<Chapter> maps() {
    EmbeddingMap map = views.map();
    EmbeddingMap faces = views.faces();
    if (map == null) {
      return Optional.empty();
    }
    MapPanel names = MovedPoints.names(map);
    return Optional.of(
        faces == null
            ? new Chapter("map", "Map of names", names.title(), List.of(names))
            : new Chapter(
                "map",
                "Names and faces",
                "Where names and faces lie",
                List.of(names, MovedPoints.faces(faces))));
  }

  private List<Panel> training() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < facts.defense().size(); i++) {
      panels.addAll(TrainingPanels.of(facts.defense().get(i), views.history(i)));
    }
    return panels;
  }

  private PeoplePanel people() {
    boolean known = Group.isMembershipKnown(facts);
    List<PeoplePanel.Group> groups = new ArrayList<>();
    add(groups, "Asked to be forgotten", "whom the defense was for", Group.asked(facts));
    add(
        groups,
        known ? (facts.changesNothing() ? "Members" : "Other members") : "Others",
        (known ? "in the training data" : "it is not known whether they were in the training data")
            + (facts.changesNothing() ? "" : ", did not ask"),
        Group.others(facts));
    add(groups, "Non-members", "not in the training data", Group.nonMembers(facts));
    return new PeoplePanel(
        BY_PERSON,
        (score.meaning() + " ✓ marks whom the attack now calls a member.").strip(),
        score.name(),
        groups);
  }

  private static void add(
      List<PeoplePanel.Group> groups, String title, String meaning, Group group) {
    if (group.size() == 0) {
      return;
    }
    List<PeoplePanel.Person> people = new ArrayList<>();
    group.people().forEach((name, person) -> people.add(person(name, person)));
    boolean asked = group.people().values().stream().allMatch(PersonFacts::asked);
    groups.add(new PeoplePanel.Group(title, meaning, asked, people));
  }

  private static PeoplePanel.Person person(String name, PersonFacts person) {
    return new PeoplePanel.Person(
        name,
        person.member(),
        person.before(),
        person.after(),
        person.foundBefore(),
        person.foundAfter());
  }

  private VotesPanel examples() {
    return new VotesPanel(
        FACES,
        "Which candidate names lie nearest to a person's pictures, and for how many of the"
            + " pictures. The right name is marked ✓.",
        views.examples());
  }
}
