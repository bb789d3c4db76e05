package dev.lethe.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.forgetting.config.CandidateSettings;
import dev.lethe.forgetting.config.CaptionSettings;
import dev.lethe.forgetting.config.FaceSettings;
import dev.lethe.forgetting.config.ImageSettings;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.config.RegularizerSettings;
import dev.lethe.forgetting.config.RetainSettings;
import dev.lethe.rules.Offer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks whose keys belong partly to the experiment and partly to an extension. */
class BlockKeysTest {
  private static final Map<Class<? extends Record>, Class<?>> BLOCKS =
      Map.of(
          PeopleSettings.class, PeopleSource.class,
          FaceSettings.class, PeopleSource.class,
          RetainSettings.class, PeopleSource.class,
          CaptionSettings.class, CaptionSource.class,
          ImageSettings.class, ImageSource.class,
          CandidateSettings.class, NameSource.class,
          RegularizerSettings.class, Regularizer.class);

  @Test
  void noSettingOfAnExtensionIsHiddenByAKeyOfTheBlockThatItStandsIn()
      throws IOException, ReflectiveOperationException {
    List<String> hidden = new ArrayList<>();
    for (Offer offer : Offer.all()) {
      if (offer.binding().settings() == null) {
        continue;
      }
      BLOCKS.forEach(
          (block, contract) -> {
            if (contract == offer.key().contract()) {
              new SettingsType<>(offer.binding().settings())
                  .keys().stream()
                      .filter(new SettingsType<>(block).keys()::contains)
                      .map(key -> "%s: %s of %s".formatted(block.getSimpleName(), key, offer))
                      .forEach(hidden::add);
            }
          });
    }
    assertThat(hidden).isEmpty();
  }
}
