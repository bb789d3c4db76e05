/** The contract test of recipes. The testkit stands below the engine, so it cannot hold it. */
module dev.lethe.recipekit {
  requires transitive dev.lethe.engine;
  requires transitive dev.lethe.testkit;

  exports dev.lethe.recipekit;
}
