/** Trials in MLflow's file store, as a plugin. */
module dev.lethe.plugin.mlflow {
  requires dev.lethe.io;
  requires org.snakeyaml.engine;

  opens dev.lethe.plugin.mlflow to
      com.google.guice,
      dev.lethe.api;
}
