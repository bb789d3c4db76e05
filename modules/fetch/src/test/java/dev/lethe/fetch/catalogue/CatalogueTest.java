package dev.lethe.fetch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final Pattern REVISION = Pattern.compile(".*/resolve/[0-9a-f]{40}/.*");

  @TempDir private Path folder;

  private Catalogue read(String yaml) throws IOException {
    return Catalogue.read(Files.writeString(folder.resolve("mine.yaml"), yaml));
  }

  private static List<Entry> all() {
    return Stream.of(Kind.values()).flatMap(k -> Catalogue.shipped().list(k).stream()).toList();
  }

  @Test
  void everyShippedEntryCanBeFetchedOrSaysHowToGetIt() {
    assertThat(all()).hasSizeGreaterThan(15);
    assertThat(all())
        .allSatisfy(
            entry -> {
              assertThat(entry.description()).endsWith(".");
              assertThat(entry.files())
                  .allSatisfy(file -> assertThat(entry.address(file).getHost()).isNotNull());
            });
  }

  @Test
  void whatTravelsUnprotectedHasAHash() {
    for (Entry entry : all()) {
      for (RemoteFile file : entry.files()) {
        if (entry.address(file).getScheme().equals("http")) {
          assertThat(file.sha256()).as(entry.name() + " " + file.file()).hasSize(64);
        }
      }
    }
  }

  @Test
  void whatHasNoHashIsPinnedToARevisionWhereTheHostHasRevisions() {
    for (Entry entry : all()) {
      for (RemoteFile file : entry.files()) {
        if (file.sha256() == null && entry.address(file).getHost().equals("huggingface.co")) {
          assertThat(entry.address(file).toString()).matches(REVISION);
        }
      }
    }
  }

  @Test
  void theHashInOpenAisAddressesIsTheOneThatIsExpected() {
    List<RemoteFile> archives =
        all().stream()
            .flatMap(entry -> entry.files().stream())
            .filter(file -> String.valueOf(file.address()).contains("openaipublic"))
            .toList();
    assertThat(archives).isNotEmpty();
    assertThat(archives)
        .allSatisfy(file -> assertThat(file.address()).contains("/" + file.sha256() + "/"));
  }

  @Test
  void theBeginningOfAHashInOpenClipsFileNamesAgreesWithTheExpectedOne() {
    List<RemoteFile> released =
        all().stream()
            .flatMap(entry -> entry.files().stream())
            .filter(file -> String.valueOf(file.address()).contains("/releases/download/"))
            .toList();
    assertThat(released).hasSize(3);
    assertThat(released)
        .allSatisfy(
            file ->
                assertThat(file.file())
                    .contains("-" + String.valueOf(file.sha256()).substring(0, 8) + "."));
  }

  @Test
  void aCatalogueOfOnesOwnWins() throws IOException {
    Catalogue own =
        read(
            """
            entries:
              - name: facescrub
                kind: data
                description: Mine.
                licence: none
                files: [{file: a/b.txt, address: "https://example.org/x?y=1"}]
            """);
    Catalogue both = Catalogue.shipped().with(own);
    Entry entry = both.get(Kind.DATA, "facescrub");
    assertThat(entry.address(entry.files().get(0))).hasToString("https://example.org/x?y=1");
    assertThat(both.list(Kind.DATA)).hasSameSizeAs(Catalogue.shipped().list(Kind.DATA));
  }

  @Test
  void aCatalogueMayBeJson() throws IOException {
    Catalogue own =
        read(
            """
            {"entries": [{"name": "a", "kind": "model", "description": "A.", "licence": "MIT",
              "base": "https://example.org/", "files": [{"file": "x", "size": 5000000000}]}]}
            """);
    Entry entry = own.get(Kind.MODEL, "a");
    assertThat(entry.knownBytes()).isEqualTo(5_000_000_000L);
    assertThat(entry.isSizeKnown()).isTrue();
    assertThat(entry.address(entry.files().get(0))).hasToString("https://example.org/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0012345678", "12345678", "0123456789012345", "1e123456"})
  void aHashWithoutQuotesIsTheTextThatIsWritten(String digits) throws IOException {
    String yaml =
        """
        entries:
          - name: 007
            kind: model
            description: A.
            licence: 1.10
            base: https://example.org/
            use:
            files: [{file: 1.0, sha256: %s, size: 5}]
        """;
    Entry entry = read(yaml.formatted(digits)).get(Kind.MODEL, "007");
    assertThat(entry.files().get(0).sha256()).isEqualTo(digits);
    assertThat(entry.files().get(0).size()).isEqualTo(5);
    assertThat(entry.licence()).isEqualTo("1.10");
    assertThat(entry.use(folder)).isNull();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    Catalogue shipped = Catalogue.shipped();
    assertThatThrownBy(() -> shipped.get(Kind.MODEL, "vit-b-32-laion4b"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("did you mean 'vit-b-32-laion2b'?");
    assertThatThrownBy(() -> shipped.get(Kind.MODEL, "facescrub"))
        .hasMessageContaining("'lethe data fetch facescrub' finds one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: A b                | entries[0].name must be small letters and digits
          kind: models             | entries[0].kind must be one of model | data
          licence: ''              | entries[0].licence must not be blank
          base: ftp://example.org/ | entries[0].base must be an address that begins with https://
          base: https://a b/       | entries[0].base must be an address that begins with https://
          files: []                | entries[0].files or by-hand must be given
          files: [{file: ../x}]    | entries[0].files[0].file must be names of letters
          files: [{file: /x}]      | entries[0].files[0].file must be names of letters
          files: [{file: .x}]      | entries[0].files[0].file must be names of letters
          files: [{file: x, sha256: ABCDEF12}] | entries[0].files[0].sha256 must be 8 to 64
          files: [{file: x, sha256: abc}] | entries[0].files[0].sha256 must be 8 to 64
          files: [{file: x, size: -1}] | entries[0].files[0].size must be between 0
          files: [{file: x, archive: zip}] | entries[0].files[0].archive and unpack-to must be given
          files: [{file: x}, {file: x}] | entries[0].files must differ
          files: [{fil: x}]        | entries[0].files[0].fil is not a known setting: did you mean 'file'?
          """)
  void aWrongEntryIsNamedWithItsPlace(String line, String message) throws IOException {
    String[] lines = {
      "name: a",
      "kind: data",
      "description: A.",
      "licence: MIT",
      "base: https://example.org/",
      "files: [{file: x}]"
    };
    String key = line.substring(0, line.indexOf(':') + 1);
    StringBuilder yaml = new StringBuilder("entries:\n  -\n");
    for (String each : lines) {
      yaml.append("    ").append(each.startsWith(key) ? line : each).append('\n');
    }
    assertThatThrownBy(() -> read(yaml.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(folder.resolve("mine.yaml") + ": " + message);
  }

  @Test
  void whatIsNotACatalogueIsRefused() throws IOException {
    assertThatThrownBy(() -> read("a: [b\n"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("mine.yaml:2: ");
    assertThatThrownBy(() -> read("just text")).hasMessageContaining("must have a list of entries");
    assertThatThrownBy(() -> read("")).hasMessageContaining("must have a list of entries");
    assertThatThrownBy(() -> read("entries: [{name: a}]"))
        .hasMessageContaining("entries[0].kind is missing");
    assertThatThrownBy(() -> Catalogue.read(folder.resolve("no.yaml")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aCatalogueThatIsTooDeepOrContainsItselfIsNamedWithItsLine() {
    String file = folder.resolve("mine.yaml").toString();
    for (String open : List.of("[", "{", "- ", "? ", "[{a: ")) {
      assertThatThrownBy(() -> read("\n" + open.repeat(20_000)))
          .isInstanceOf(UsageException.class)
          .hasMessage(file + ":2: blocks and lists are nested more than 16 deep");
    }
    assertThatThrownBy(() -> read("entries: &l [*l]"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("aliases")
        .hasMessageNotContaining("\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aCatalogueThatNeverEndsIsRefused() {
    assertThatThrownBy(() -> Catalogue.read(Path.of("/dev/zero")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("catalogue: /dev/zero is a device");
    assertThatThrownBy(() -> read("# " + "x".repeat(10_000_000))).hasMessageContaining("more than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entries: [{name: %s, kind: data, description: A., licence: MIT, by-hand: Ask.}]",
        "entries: [{name: a, kind: data, description: A., licence: MIT, base: 'http://a/', files: [{file: %s}]}]",
        "entries: [{name: a, kind: data, description: A., licence: MIT, base: 'http://a/', files: [{file: x, archive: zip, unpack-to: %s}]}]"
      })
  void aNameOfNearlyAMegabyteIsReadAndAWrongOneRefused(String yaml) throws IOException {
    String separator = yaml.contains("name: %s") ? "-a" : "/a";
    String longest = "a" + separator.repeat(490_000);
    assertThat(read(yaml.formatted(longest)).list(Kind.DATA)).hasSize(1);
    assertThatThrownBy(() -> read(yaml.formatted(longest + "!")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(" must be ");
  }
}
