package dev.lethe.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginNameTest {

  @Test
  void aNameInKebabCaseIsAClassAndAPackage() {
    PluginName name = new PluginName("l2-my-penalty", "org.example.lab_2");
    assertThat(name.className()).isEqualTo("L2MyPenalty");
    assertThat(name.packageName()).isEqualTo("org.example.lab_2.l2mypenalty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "MyPenalty",
        "my_penalty",
        "my penalty",
        "-a",
        "a-",
        "a--b",
        "2fast",
        "../a",
        "straße",
        "a.b",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeef"
      })
  void anotherNameIsRefusedInOneLine(String name) {
    assertThatThrownBy(() -> new PluginName(name, "org.example"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the name must be of lower-case letters and digits")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Org.Example", "org..example", "org.", ".org", "org-example", "o/e"})
  void anotherGroupIsRefusedInOneLine(String group) {
    assertThatThrownBy(() -> new PluginName("a", group))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the group must be of lower-case words joined by dots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "class", "in-t"})
  void wordsThatJavaKeepsAreRefused(String name) {
    assertThatThrownBy(() -> new PluginName(name, "org.example"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a package of Java cannot be called '" + name.replace("-", "") + "'");
  }
}
