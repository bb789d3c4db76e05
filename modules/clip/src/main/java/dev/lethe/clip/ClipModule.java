package dev.lethe.clip;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.clip.openclip.OpenClipFactory;
import dev.lethe.clip.openclip.OpenClipLoader;

/** Offers OpenCLIP's format. */
@Plugin
public final class ClipModule extends PluginModule {

  /** For the runtime. */
  public ClipModule() {}

  @Override
  protected void configure() {
    provide(ModelLoader.class, OpenClipLoader.NAME, OpenClipLoader.class);
    provide(ModelFactory.class, OpenClipLoader.NAME, OpenClipFactory.class);
  }
}
