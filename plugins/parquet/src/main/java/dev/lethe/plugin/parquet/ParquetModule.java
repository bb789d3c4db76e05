package dev.lethe.plugin.parquet;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** The plugin. */
@Plugin
public final class ParquetModule extends PluginModule {
  @Override
  protected void configure() {
    provide(CaptionSource.class, "parquet", ParquetCaptions.class, ParquetSettings.class);
  }
}
