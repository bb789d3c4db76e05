package dev.lethe.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import dev.lethe.engine.ConfigSource;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class YamlBoundsTest {
  private static final String BASE = "name: x\nmodel: {path: m}\npeople: {path: p}\n";

  @Test
  void aBlockThatContainsItselfIsNamedWithItsLine() {
    refused(BASE + "attacks: &l {idia: *l}\n")
        .hasMessage("x.yaml:4: the alias *l stands for nothing that is complete before it");
    refused(BASE + "attacks: &l [[1], {a: {b: *l}}]\n").hasMessageStartingWith("x.yaml:4: ");
    refused(BASE + "evaluations: &l {a: 1}\nattacks: &l {idia: *l}\n")
        .hasMessageStartingWith("x.yaml:5: ");
    refused("? &l [*l]\n: 1\n").hasMessageStartingWith("x.yaml:1: ");
    refused("&l\nname: *l\n").hasMessageStartingWith("x.yaml:2: ");
  }

  @Test
  void nestingThatNoConfigurationNeedsIsNamedWithItsLine() {
    for (String open : List.of("{", "[", "[{a: ", "{a: [", "{a: {b: ")) {
      refused(BASE + "attacks: " + open.repeat(5000))
          .hasMessage("x.yaml:4: blocks and lists are nested more than 32 deep");
    }
    refused("- ".repeat(5000) + "1").hasMessageContaining("nested more than 32 deep");
    refused("? ".repeat(5000) + "1").hasMessageContaining("nested more than 32 deep");
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      steps.append(" ".repeat(i)).append("a:\n");
    }
    refused(steps.toString())
        .hasMessage("x.yaml:33: blocks and lists are nested more than 32 deep");
  }

  @Test
  void aliasesOfAliasesDoNotGoDeeperOrGrowLarger() {
    StringBuilder deep = new StringBuilder("a0: &a0 [1]\n");
    StringBuilder wide = new StringBuilder("a0: &a0 [1, 1, 1, 1]\n");
    for (int i = 1; i < 40; i++) {
      deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
      wide.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    refused(deep.toString()).hasMessageMatching("x.yaml:32: blocks and lists are nested .* deep");
    refused(wide.toString())
        .hasMessageMatching("x.yaml:\\d+: there are more than 100000 values; put names .*");
  }

  @Test
  void anAliasOfWhatIsCompleteIsRead() {
    WrittenConfig tree = read("a: &a {b: [1]}\nc: {d: *a}\ne: &a x\nf: *a\n");

    assertThat(tree.values()).hasToString("{a={b=[1]}, c={d={b=[1]}}, e=x, f=x}");
  }

  @Test
  void anEndlessCommentValueOrKeyIsRefused() {
    refused("# " + "x".repeat(10_000_000) + "\n" + BASE)
        .hasMessage("x.yaml: there are more than 1048576 characters");
    refused("name: " + "9".repeat(500_000))
        .hasMessage("x.yaml:1: a value has more than 10000 characters");
    refused("name: x\n" + "k".repeat(900) + ": 1")
        .hasMessageStartingWith("x.yaml:2: a key must be");
    refused("name: [" + "1,".repeat(200_000) + "]").hasMessageContaining("100000 values");
  }

  @Test
  void aValueOfAnotherTypeThanItsTextIsRefusedWithItsLine() {
    for (String tagged :
        List.of("!!int abc", "!!float x", "!!bool maybe", "!!binary '%'", "!!null x", "!own 1")) {
      refused("name: x\nseed: " + tagged + "\n")
          .hasMessage(
              "x.yaml:2: the tag %s is not read; leave it out and write the value alone"
                  .formatted(tagged.split(" ", 2)[0]));
    }
    refused("name: x\nforget: {names: !!set {Ada Byron}}\n").hasMessageContaining("the tag !!set");
    overrideRefused("forget.names=[!!int x]").hasMessageContaining("the tag !!int");
    assertThat(read("name: !!str 007\n").values()).hasToString("{name=007}");
  }

  @Test
  void aSecondDocumentAndAnotherVersionOfYamlAreCalledSo() {
    refused("name: x\n---\nname: y\n")
        .hasMessage(
            "x.yaml:2: expected a single document in the stream, but found another document");
    refused("%YAML 3.7\n---\nname: x\n").hasMessageContaining("another version of YAML than 1.2");
  }

  @Test
  void anOverrideHasTheSameBounds() {
    overrideRefused("attacks=" + "[".repeat(20_000)).hasMessageContaining("nested more than 32");
    overrideRefused("attacks=" + "{a: ".repeat(20_000)).hasMessageContaining("nested more than 32");
    overrideRefused("seed=&l [*l]").hasMessageContaining("must be");
    overrideRefused("attacks=[&l [*l]]").hasMessageContaining("the alias *l");
    overrideRefused("a" + ".a".repeat(50_000) + "=1").hasMessageContaining("more than 32 steps");
    overrideRefused("seed=" + "9".repeat(100_000)).hasMessageContaining("must be");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String yaml) {
    return assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("\n");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> overrideRefused(String override) {
    ConfigSource source = new ConfigSource("x.yaml", BASE);
    return assertThatThrownBy(() -> new ConfigReader(source, List.of(override)).config())
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("\n")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
  }

  private static WrittenConfig read(String yaml) {
    return ConfigFile.read(new ConfigSource("x.yaml", yaml));
  }
}
