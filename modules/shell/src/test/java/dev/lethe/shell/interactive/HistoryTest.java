package dev.lethe.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final List<String> NAMING =
      List.of(
          "forget model.path=m 'forget.names=[Ada Byron]'",
          "run my.yaml forget.names=[Ada Byron]",
          "run my.yaml 'forget={names: [Ada Byron]}'",
          "frget model.path=m FORGET.NAMES=[Ada Byron]",
          "register add --name 'Ada Byron'",
          "run my.yaml 'defense.settings.target=Ada Byron'",
          "run my.yaml 'attacks.idia.prompts=[Ada Byron]'");

  @TempDir private Path home;

  @Test
  void linesThatNamePeopleCanBeHadAgainButAreNotKept() throws IOException {
    LineReader reader = type("runs list", NAMING, "validate my.yaml");

    assertThat(reader.getHistory()).extracting("line").containsAll(NAMING);
    assertThat(Files.readAllLines(file()))
        .hasSize(2)
        .noneMatch(line -> line.contains("Ada"))
        .anyMatch(line -> line.endsWith(":runs list"))
        .anyMatch(line -> line.endsWith(":validate my.yaml"));
  }

  @Test
  void onlyItsOwnerCanReadTheHistory() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "1700000000000:runs list\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    type("plugins", List.of(), "device");

    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.readAllLines(file())).hasSize(3);
  }

  @Test
  void namesThatAnOlderVersionKeptAreRemoved() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(), "1700000000000:runs list\n1700000000001:forget 'forget.names=[Ada Byron]'\n");

    type("plugins", List.of(), "device");

    assertThat(file()).content().contains(":runs list").doesNotContain("Ada");
  }

  private Path file() {
    return home.resolve(".lethe/history");
  }

  private LineReader type(String first, List<String> more, String last) throws IOException {
    String typed = first + "\n" + String.join("\n", more) + "\n" + last + "\n";
    try (Terminal terminal =
        new DumbTerminal(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream())) {
      LineReader reader =
          History.keep(file(), LineReaderBuilder.builder().terminal(terminal)).build();
      String line = reader.readLine();
      while (!line.equals(last)) {
        line = reader.readLine();
      }
      return reader;
    }
  }
}
