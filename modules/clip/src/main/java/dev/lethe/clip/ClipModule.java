package dev.lethe.clip;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.clip.huggingface.DiffusersLoader;
import dev.lethe.clip.huggingface.DiffusersWriter;
import dev.lethe.clip.huggingface.HuggingFaceLoader;
import dev.lethe.clip.huggingface.HuggingFaceWriter;
import dev.lethe.clip.openclip.OpenClipFactory;
import dev.lethe.clip.openclip.OpenClipLoader;
import dev.lethe.clip.openclip.OpenClipWriter;
import dev.lethe.clip.openclip.StateDictLoader;

/** Offers the formats in which CLIP models are published. */
@Plugin
public final class ClipModule extends PluginModule {

  /** For the runtime. */
  public ClipModule() {}

  @Override
  protected void configure() {
    provide(ModelLoader.class, OpenClipLoader.NAME, OpenClipLoader.class);
    provide(ModelLoader.class, HuggingFaceLoader.NAME, HuggingFaceLoader.class);
    provide(ModelLoader.class, DiffusersLoader.NAME, DiffusersLoader.class);
    provide(ModelLoader.class, StateDictLoader.NAME, StateDictLoader.class);
    provide(ModelWriter.class, OpenClipLoader.NAME, OpenClipWriter.class);
    provide(ModelWriter.class, HuggingFaceLoader.NAME, HuggingFaceWriter.class);
    provide(ModelWriter.class, DiffusersLoader.NAME, DiffusersWriter.class);
    provide(ModelFactory.class, OpenClipLoader.NAME, OpenClipFactory.class);
  }
}
