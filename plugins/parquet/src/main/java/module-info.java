/** Captions from Parquet files. */
module dev.lethe.plugin.parquet {
  requires dev.lethe.io;
  requires java.sql;

  uses java.sql.Driver;

  opens dev.lethe.plugin.parquet to
      com.google.guice,
      dev.lethe.api;
}
