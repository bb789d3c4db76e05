package dev.lethe.forgetting;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.recipekit.RecipeContractTest;
import java.nio.file.Path;

class AuditRecipeTest extends RecipeContractTest {
  @Override
  protected String name() {
    return "audit";
  }

  @Override
  protected ExtensionRegistry registry() {
    return TinyWorld.extensions();
  }

  @Override
  protected String complete(Path folder) {
    return new TinyWorld(folder).yaml();
  }

  @Override
  protected String somebody() {
    return "Ada Byron";
  }
}
