/** The @kind@ {@code @name@}. */
module @package@ {
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens @package@ to
      com.google.guice,
      dev.lethe.api;
}
