package dev.lethe.plugin.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;

/** Writes Parquet files. */
final class ParquetFiles {
  private ParquetFiles() {}

  /** Writes what a query gives, such as {@code SELECT 'a disc' AS caption}. */
  static Path write(Path file, String query) {
    try (Connection connection =
            ServiceLoader.load(Driver.class, ParquetFiles.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(driver -> driver.getClass().getName().startsWith("org.duckdb."))
                .findFirst()
                .orElseThrow()
                .connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
