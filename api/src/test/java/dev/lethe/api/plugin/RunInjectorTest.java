package dev.lethe.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SourceSpec;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunInjectorTest {

  record Settings(@Setting(value = "Text.", defaultValue = "hello") String text) {}

  @RunScoped
  static final class Counter {
    private int count;

    @Inject
    Counter() {}
  }

  static final class Fixed implements CaptionSource {
    private final Settings settings;
    private final Counter counter;
    private final RunContext run;

    @Inject
    Fixed(Settings settings, Counter counter, RunContext run) {
      this.settings = settings;
      this.counter = counter;
      this.run = run;
    }

    @Override
    public Captions read() {
      counter.count++;
      return new Captions(
          List.of(settings.text() + " " + counter.count), Long.toString(run.seed("")));
    }
  }

  static final class FixedModule extends PluginModule {
    @Override
    protected void configure() {
      provide(CaptionSource.class, "fixed", Fixed.class, Settings.class);
    }
  }

  private final RunInjector injector =
      new RunInjector(
          new RunContext() {
            @Override
            public long seed(String purpose) {
              return 7;
            }

            @Override
            public NDManager manager() {
              throw new IllegalStateException("not used here");
            }

            @Override
            public ByteSize maxMemory() {
              throw new IllegalStateException("not used here");
            }

            @Override
            public Progress progress() {
              return Progress.silent();
            }
          },
          new SourceResolver() {
            @Override
            public <T> T create(Class<T> contract, SourceSpec spec, String place) {
              throw new IllegalStateException("not used here");
            }
          },
          new ModelFormats(Map::of));

  private CaptionSource create(Map<String, Object> values) {
    var offers = new FixedModule().offers();
    var binding = offers.get(new ExtensionKey(CaptionSource.class, "fixed"));
    return (CaptionSource)
        injector.create(FixedModule.class, FixedModule::new, binding, values, "captions");
  }

  @Test
  void anExtensionIsCreatedWithItsSettingsAndItsRun() {
    assertThat(create(Map.of("text", "bye")).read()).isEqualTo(new Captions(List.of("bye 1"), "7"));
  }

  @Test
  void twoUsesHaveTheirOwnSettingsAndShareWhatIsRunScoped() {
    create(Map.of("text", "one")).read();
    assertThat(create(Map.of()).read().lines()).containsExactly("hello 2");
  }

  @Test
  void wrongSettingsAreNamedByTheirPlace() {
    assertThatThrownBy(() -> create(Map.of("txt", "x")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("captions.txt is not a known setting");
  }
}
