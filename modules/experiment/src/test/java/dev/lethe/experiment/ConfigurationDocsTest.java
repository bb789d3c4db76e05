package dev.lethe.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocsTest {
  private static final Path FILE = Path.of("../../docs/configuration.md");

  @Test
  void theReferenceOfAllSettingsIsUpToDate() throws IOException {
    String rendered = ConfigurationDocs.render(TinyWorld.extensions().list());
    if (Boolean.getBoolean("lethe.docs.write")) {
      Files.writeString(FILE, rendered);
    }
    assertThat(FILE)
        .as(
            "write it anew: ./mvnw -pl modules/experiment -am test -Dtest.jvm.args=-Dlethe.docs.write=true")
        .content()
        .isEqualTo(rendered);
  }
}
