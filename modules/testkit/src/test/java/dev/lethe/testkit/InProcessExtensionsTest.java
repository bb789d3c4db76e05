package dev.lethe.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SourceSpec;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InProcessExtensionsTest {

  record FixedSettings(@Setting("What it says.") String text) {}

  @Summary("Says one thing.")
  static final class Fixed implements CaptionSource {
    private final FixedSettings settings;

    @Inject
    Fixed(FixedSettings settings) {
      this.settings = settings;
    }

    @Override
    public Captions read() {
      return new Captions(List.of(settings.text()), "");
    }
  }

  record TwiceSettings(@Setting("What is said twice.") SourceSpec captions) {}

  @Summary("Says everything twice.")
  static final class Twice implements CaptionSource {
    private final CaptionSource inner;

    @Inject
    Twice(TwiceSettings settings, SourceResolver sources) {
      inner = sources.create(CaptionSource.class, settings.captions(), "captions.captions");
    }

    @Override
    public Captions read() {
      String line = inner.read().lines().get(0);
      return new Captions(List.of(line, line), "");
    }
  }

  static final class SayingModule extends PluginModule {
    @Override
    protected void configure() {
      provide(CaptionSource.class, "twice", Twice.class, TwiceSettings.class);
      provide(CaptionSource.class, "fixed", Fixed.class, FixedSettings.class);
    }
  }

  private final InProcessExtensions extensions =
      new InProcessExtensions(List.of(SayingModule::new));
  private final TestRunContext context = new TestRunContext(0);

  @Test
  void anExtensionCanBuildOnAnotherThatItsSettingsName() {
    try (RunExtensions run = extensions.open(context)) {
      Map<String, Object> inner = Map.of("source", "fixed", "text", "hello");
      CaptionSource source =
          run.create(CaptionSource.class, "twice", Map.of("captions", inner), "captions");
      assertThat(source.read().lines()).containsExactly("hello", "hello");
      assertThat(run.used()).extracting(used -> used.key().name()).containsOnly("fixed", "twice");
    }
  }

  @Test
  void whatIsInstalledIsListedByName() {
    assertThat(extensions.list())
        .extracting(ExtensionInfo::summary)
        .containsExactly("Says one thing.", "Says everything twice.");
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThatExist() {
    try (RunExtensions run = extensions.open(context)) {
      assertThatThrownBy(() -> run.create(CaptionSource.class, "lines", Map.of(), "captions"))
          .isInstanceOf(NotFoundException.class)
          .hasMessage(
              "No CaptionSource named 'lines' is installed (available: fixed, twice). Is its plugin in plugins/?");
      assertThatThrownBy(() -> run.info(PeopleSource.class, "folders"))
          .isInstanceOf(NotFoundException.class)
          .hasMessage(
              "No PeopleSource named 'folders' is installed (available: none). Is its plugin in plugins/?");
    }
  }

  @Test
  void wrongSettingsAreNamedByTheirPlace() {
    try (RunExtensions run = extensions.open(context)) {
      assertThatThrownBy(() -> run.create(CaptionSource.class, "fixed", Map.of(), "captions"))
          .isInstanceOf(SettingsException.class)
          .hasMessage("captions.text is missing: What it says.");
    }
  }

  @Test
  void twoModulesMustNotOfferTheSameName() {
    assertThatThrownBy(() -> new InProcessExtensions(List.of(SayingModule::new, SayingModule::new)))
        .hasMessageContaining("CaptionSource")
        .hasMessageContaining("are named");
  }
}
