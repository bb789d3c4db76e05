package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.settings.Keys;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.LinePlot;
import dev.lethe.report.study.MarkPlot;
import dev.lethe.report.study.Plot;
import dev.lethe.report.study.Study;
import dev.lethe.suite.FigureSettings;
import dev.lethe.suite.Suite;
import dev.lethe.suite.file.Selection;
import dev.lethe.suite.published.PublishedSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns findings into plots, those that the suite asks for or what roles suggest, and tables. */
final class SuiteStudy {
  private final Suite suite;
  private final List<Finding> findings;
  private final Map<String, Metric> metrics;
  private final @Nullable PublishedSettings published;
  private final List<String> leftOut = new ArrayList<>();

  /**
   * Prepares a study.
   *
   * @param published what the findings are laid beside, or null
   */
  SuiteStudy(
      Suite suite,
      List<Finding> findings,
      Map<String, Metric> metrics,
      @Nullable PublishedSettings published) {
    this.published = published;
    this.suite = suite;
    this.findings = findings;
    this.metrics = metrics;
  }

  Study study(String lethe) {
    List<Plot> plots = new ArrayList<>();
    for (FigureSettings figure : suite.settings().figures()) {
      plots.addAll(plots(figure));
    }
    if (plots.isEmpty()) {
      tradeOff().ifPresent(plots::add);
    }
    List<String> notes = new ArrayList<>(leftOut);
    long missing = suite.trials().size() - findings.size();
    if (missing > 0) {
      notes.add("%d trials have not finished and are not in here.".formatted(missing));
    }
    return new Study(
        suite.name(),
        "%d trials of %s, %d of them finished."
            .formatted(suite.trials().size(), suite.settings().base(), findings.size()),
        plots,
        published == null ? List.of() : List.of(new Beside(findings, metrics).table(published)),
        List.of(GroupSheet.of(Group.of(findings), suite.varied(), metrics.values())),
        notes,
        lethe);
  }

  private List<Plot> plots(FigureSettings figure) {
    if (!isMeasured(figure)) {
      return List.of();
    }
    Selection where = new Selection(figure.where());
    List<Finding> chosen =
        findings.stream().filter(finding -> where.fits(finding.trial().values())).toList();
    String each = figure.each();
    if (each == null) {
      return List.of(plot(figure, figure.title(), chosen));
    }
    List<Plot> plots = new ArrayList<>();
    for (String value : values(chosen, each)) {
      plots.add(
          plot(
              figure,
              figure.title() + ", " + value,
              chosen.stream()
                  .filter(finding -> value.equals(finding.trial().values().get(each)))
                  .toList()));
    }
    return plots;
  }

  private Plot plot(FigureSettings figure, String title, List<Finding> chosen) {
    Metric up = metrics.get(figure.metric());
    List<Group> groups = Group.of(chosen);
    if (!suite.varied().contains(figure.over())) {
      return marks(title, metrics.get(figure.over()), up, groups);
    }
    String by = figure.by();
    List<String> positions = List.copyOf(values(chosen, figure.over()));
    Set<String> lines = by == null ? Set.of("") : values(chosen, by);
    List<LinePlot.Line> drawn = new ArrayList<>();
    for (String line : lines) {
      List<@Nullable Estimate> values = new ArrayList<>();
      for (String position : positions) {
        List<Finding> here =
            chosen.stream()
                .filter(f -> position.equals(f.trial().values().get(figure.over())))
                .filter(f -> by == null || line.equals(f.trial().values().get(by)))
                .toList();
        values.add(here.isEmpty() ? null : Estimates.of(new Group(Map.of(), here), up));
      }
      drawn.add(new LinePlot.Line(by == null ? up.name() : by + ": " + line, values));
    }
    return new LinePlot(
        id(title), title, up.meaning(), figure.over(), positions, up.name(), up.unit(), drawn);
  }

  /**
   * Privacy against utility: the first share that tells whether people were forgotten, and so on.
   */
  private Optional<Plot> tradeOff() {
    Optional<Metric> privacy =
        first(each -> each.role() == Role.FORGETTING && each.direction() == Direction.LOWER);
    Optional<Metric> utility =
        first(each -> each.role() == Role.UTILITY && each.unit() == Unit.SHARE)
            .or(() -> first(each -> each.role() == Role.UTILITY));
    return privacy.isEmpty() || utility.isEmpty()
        ? Optional.empty()
        : Optional.of(
            marks("Privacy against utility", privacy.get(), utility.get(), Group.of(findings)));
  }

  private MarkPlot marks(String title, Metric across, Metric up, List<Group> groups) {
    List<MarkPlot.Mark> marks = new ArrayList<>();
    List<String> keys = Group.keys(groups, suite.varied());
    for (Group group : groups) {
      Estimate x = Estimates.of(group, across);
      Estimate y = Estimates.of(group, up);
      if (x != null && y != null) {
        marks.add(new MarkPlot.Mark(group.name(keys), x, y));
      }
    }
    return new MarkPlot(
        id(title),
        title,
        "A mark for each group, with its 95 % intervals; the dashed line joins those that none is better than in both.",
        across,
        up,
        marks);
  }

  /** What a figure asks for may not have been measured yet, or not with these settings. */
  private boolean isMeasured(FigureSettings figure) {
    Set<String> asked = new LinkedHashSet<>(List.of(figure.metric(), figure.over()));
    asked.removeAll(suite.varied());
    asked.removeAll(metrics.keySet());
    List<String> known = new ArrayList<>(metrics.keySet());
    known.addAll(suite.varied());
    for (String name : asked) {
      leftOut.add(
          "The figure '%s' is left out: no trial has measured '%s'%s"
              .formatted(
                  figure.title(),
                  name,
                  Keys.nearest(name, known)
                      .map(near -> "; did its suite mean '" + near + "'?")
                      .orElse(".")));
    }
    return asked.isEmpty();
  }

  private Optional<Metric> first(Predicate<Metric> test) {
    return metrics.values().stream().filter(test).findFirst();
  }

  private static Set<String> values(List<Finding> findings, String key) {
    Set<String> values = new LinkedHashSet<>();
    for (Finding finding : findings) {
      String value = finding.trial().values().get(key);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static String id(String title) {
    String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return id.replaceAll("^-|-$", "");
  }
}
