package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UserNamespaceTest {
  @Test
  void whereEverybodyHasANumberThatOfNobodyIsAUser() {
    UserNamespace all = new UserNamespace(65534, List.of("         0          0 4294967295"));
    assertThat(all.isUnmapped(65534)).isFalse();
  }

  @Test
  void whereOnlyTheUserHasOneThatOfNobodyStandsForAllOthers() {
    UserNamespace one = new UserNamespace(65534, List.of("      1000       1000          1"));
    assertThat(one.isUnmapped(65534)).isTrue();
    assertThat(one.isUnmapped(1000)).isFalse();
    assertThat(one.isUnmapped(0)).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thatOfTheProcessIsReadAsTheSystemTellsIt() throws Exception {
    Process cat = new ProcessBuilder("cat", "/proc/sys/kernel/overflowuid").start();
    String number = new String(cat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(UserNamespace.ofProcess().overflow()).isEqualTo(Integer.parseInt(number.strip()));
    assertThat(UserNamespace.ofProcess().map()).isNotEmpty();
  }

  @Test
  void severalRangesCount() {
    UserNamespace some = new UserNamespace(65534, List.of("0 1000 1", "1 100000 65536"));
    assertThat(some.isUnmapped(65534)).isFalse();
    UserNamespace fewer = new UserNamespace(65534, List.of("0 1000 1", "1 100000 65533"));
    assertThat(fewer.isUnmapped(65534)).isTrue();
  }
}
