package dev.lethe.attack;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.attack.idia.IdentityInferenceAttack;
import dev.lethe.attack.idia.IdiaSettings;

/** Offers the attacks that are always there. */
@Plugin
public final class AttackModule extends PluginModule {

  @Override
  protected void configure() {
    provide(PrivacyAttack.class, "idia", IdentityInferenceAttack.class, IdiaSettings.class);
  }
}
