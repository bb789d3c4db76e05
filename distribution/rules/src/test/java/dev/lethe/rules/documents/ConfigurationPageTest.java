package dev.lethe.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.rules.Offer;
import dev.lethe.rules.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  private static final Path FILE = Product.ROOT.resolve("docs/configuration.md");

  @Test
  void theReferenceOfAllSettingsIsUpToDate() throws IOException, ReflectiveOperationException {
    String rendered = ConfigurationPage.render(Offer.all());
    if (Boolean.getBoolean("lethe.docs.write")) {
      Files.writeString(FILE, rendered);
    }
    assertThat(FILE)
        .as(
            "write it anew: ./mvnw package -pl distribution/rules -am -Dlethe.docs.write=true"
                + " -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false")
        .content()
        .isEqualTo(rendered);
  }

  @Test
  void everyExtensionHasASection() throws IOException, ReflectiveOperationException {
    String page = Files.readString(FILE);
    assertThat(Offer.all()).allMatch(offer -> page.contains("### `" + offer.key().name() + "`\n"));
  }

  @Test
  void theReferenceChangesWithWhatIsOffered() throws IOException, ReflectiveOperationException {
    List<Offer> offers = Offer.all();
    assertThat(ConfigurationPage.render(offers.subList(1, offers.size())))
        .isNotEqualTo(ConfigurationPage.render(offers));
  }
}
