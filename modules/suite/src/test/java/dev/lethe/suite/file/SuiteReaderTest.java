package dev.lethe.suite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lethe.api.UsageException;
import dev.lethe.engine.ConfigSource;
import dev.lethe.suite.Suite;
import dev.lethe.suite.Trial;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SuiteReaderTest {

  @Test
  void everyCombinationIsATrialAndSeedsChangeFastest() {
    Suite suite =
        read(
            """
            vary: {forget.count: [1, 8], defense.settings.alpha: [0.3]}
            seeds: [0, 1]
            """);
    assertThat(suite.trials())
        .extracting(Trial::name)
        .containsExactly(
            "count=1,alpha=0.3,seed=0",
            "count=1,alpha=0.3,seed=1",
            "count=8,alpha=0.3,seed=0",
            "count=8,alpha=0.3,seed=1");
    assertThat(suite.trials().get(1).overrides())
        .containsExactly("forget.count=1", "defense.settings.alpha=0.3", "seed=1");
    assertThat(suite.varied()).containsExactly("forget.count", "defense.settings.alpha", "seed");
  }

  @Test
  void rangesGoInStepsOrTimes() {
    assertThat(values("vary: {forget.count: {from: 1, to: 64, times: 2}}"))
        .containsExactly("1", "2", "4", "8", "16", "32", "64");
    assertThat(values("vary: {alpha: {from: 0, to: 1, step: 0.25}}"))
        .containsExactly("0", "0.25", "0.5", "0.75", "1");
    assertThat(values("vary: {seed: {from: 0, to: 2}}")).containsExactly("0", "1", "2");
  }

  @Test
  void variantsAreBlocksOfKeysAndMayChooseAnotherBase() {
    Suite suite =
        read(
            """
            set: {defense.settings.steps: 100}
            vary:
              towers:
                text: {}
                image: {base: demo-image, defense.settings.steps: 50}
              regularizer: {with: {}, without: {defense.regularizers: null}}
            exclude: [{towers: image, regularizer: [without]}]
            """);
    assertThat(suite.trials())
        .extracting(Trial::name, Trial::base, Trial::overrides)
        .containsExactly(
            tuple("towers=text,regularizer=with", "demo", List.of("defense.settings.steps=100")),
            tuple(
                "towers=text,regularizer=without",
                "demo",
                List.of("defense.settings.steps=100", "defense.regularizers=null")),
            tuple(
                "towers=image,regularizer=with",
                "demo-image",
                List.of("defense.settings.steps=50")));
  }

  @Test
  void zippedKeysChangeTogether() {
    Suite suite = read("zip: [{forget.count: [1, 8], defense.settings.steps: [100, 400]}]");
    assertThat(suite.trials())
        .extracting(Trial::name)
        .containsExactly("count=1,steps=100", "count=8,steps=400");
  }

  @Test
  void anIdIsTheSameWhateverElseTheSuiteVaries() {
    Trial few = read("vary: {forget.count: [8]}\nseeds: [1]").trials().get(0);
    Trial more = read("seeds: [0, 1]\nvary: {forget.count: [1, 8]}").trials().get(3);
    assertThat(few.id()).isEqualTo(more.id());
    assertThat(few.id())
        .isNotEqualTo(read("seeds: [2]\nset: {forget.count: 8}").trials().get(0).id());
  }

  @Test
  void keysThatEndAlikeKeepTheirWholeNames() {
    Suite suite = read("vary: {defense.steps: [1], demo.steps: [2]}");
    assertThat(suite.trials())
        .extracting(Trial::name)
        .containsExactly("defense.steps=1,demo.steps=2");
  }

  @Test
  void textsAreQuotedWhereTheyCouldBeTakenForSomethingElse() {
    Trial trial = read("set: {a: ' padded ', b: \"it's\", c: [1, x y], d: 1e3}").trials().get(0);
    assertThat(trial.overrides())
        .containsExactly("a=' padded '", "b=it's", "c=[1,\"x y\"]", "d=1e3");
  }

  @Test
  void aBaselineIsInTheWordsOfItsTrials() {
    Suite suite = read("vary: {prompts: [[a, b], [c]]}\nbaseline: {prompts: [a, b]}");
    assertThat(new Selection(Objects.requireNonNull(suite.settings().baseline())).inWords())
        .isEqualTo(suite.trials().get(0).values());
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() {
    assertRefused("vary: {forget.count: 8}", "t.yaml:3: vary.forget.count must be a list");
    assertRefused("vary: {forget.count: []}", "vary.forget.count must have at least one value");
    assertRefused("zip: [{a: [1, 2], b: [1]}]", "zip[0].b must have as many values");
    assertRefused(
        "exclude: [{sead: 1}]\nseeds: [1]",
        "t.yaml:3: exclude[0].sead is not a known setting: did you mean 'seed'?");
    assertRefused("exclude: [{seed: 1}]\nseeds: [1]", "exclude leaves no trial");
    assertRefused("seeds: [1, 1]", "two trials that set the same");
    assertRefused("vary: {a: {from: 1, to: 2000}}", "vary.a to is more than 1000 steps away");
    assertRefused("vary: {a: {from: 1, to: 8, times: 1}}", "vary.a.times must be more than 1");
    assertRefused(
        "figures: [{title: A, metric: m, over: seed, by: model}]\nseeds: [1]",
        "figures[0].by must be what the suite varies, one of seed (got 'model')");
    assertRefused(
        "figures: [{title: A, metric: m, over: seed, where: {model: a}}]\nseeds: [1]",
        "figures[0].where.model is not a known setting (known: seed)");
    assertRefused(
        "baseline: {regularizer: with}\nseeds: [1]",
        "t.yaml:3: baseline.regularizer is not a known setting (known: seed)");
    assertRefused("sedes: [1]", "t.yaml:3: sedes is not a known setting: did you mean 'seeds'?");
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  private static List<String> values(String yaml) {
    return read(yaml).trials().stream()
        .map(trial -> trial.values().values().iterator().next())
        .toList();
  }

  private static Suite read(String yaml) {
    return SuiteReader.read(new ConfigSource("t.yaml", "name: t\nbase: demo\n" + yaml));
  }
}
