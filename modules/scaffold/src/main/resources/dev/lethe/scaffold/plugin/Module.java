package @package@;

import @contract@;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the @kind@ {@code @name@}. */
@Plugin
public final class @Class@Module extends PluginModule {

  @Override
  protected void configure() {
    provide(@Contract@.class, "@name@", @Class@.class, @Class@Settings.class);
  }
}
